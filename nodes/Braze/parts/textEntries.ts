import { checkObject } from '../schema/check';
import { describeFlat } from '../schema/describe';
import { wirePath } from '../schema/field';
import type { BrazeField, BrazeObject } from '../schema/field';
import { writeFlat } from '../schema/write';
import type { Batch, Part } from '../pipeline/part';
import type { ItemParameters } from '../pipeline/read/parameters';

/** A list whose entries are texts. */
export interface TextEntries {
	/** Key of the list in the request. */
	list: string;
	/** The field that holds the text of an item. */
	field: BrazeField;
	/** What two texts that name the same thing have in common; the text as it is where absent. */
	same?: (text: string) => string;
	/** What a person should know of a text that is taken all the same. */
	tell?: (text: string, parameters: Pick<ItemParameters, 'hint'>) => void;
}

/** @returns a list of texts, one from each input item; equal ones stand in it once and serve all of their items */
export function textEntries(
	{ list, field, same = (text) => text, tell }: TextEntries,
	batch: Omit<Batch, 'lists' | 'join'>,
): Part {
	const object: BrazeObject = { name: '', displayName: '', fields: [{ ...field, flat: true }] };
	const [key] = wirePath(field);
	return {
		describe: (show) => describeFlat(object, show),
		entries: (parameters, writing) => {
			const wire = writeFlat(object, parameters.read, writing);
			const text = wire[key];
			if (typeof text !== 'string') checkObject(object, wire);
			tell?.(text as string, parameters);
			return [{ list, wire: text as string, key: same(text as string) }];
		},
		checkEntries: ({ entries }) => {
			for (const { wire } of entries) checkObject(object, { [key]: wire });
		},
		batch: { ...batch, lists: [list], join: (earlier) => earlier },
	};
}
