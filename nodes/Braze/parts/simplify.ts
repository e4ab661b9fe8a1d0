import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { Asked } from '../pipeline/operation';
import type { Part } from '../pipeline/part';
import { toBoolean } from '../schema/convert';
import { describeFlat } from '../schema/describe';
import type { BrazeField } from '../schema/field';
import { quote, InvalidInput } from '../schema/invalidInput';

const simplifyField: BrazeField = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	flat: true,
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** What each output item of a report stands for. */
export interface ItemChoices {
	options: INodePropertyOptions[];
	default: string;
	/** Further rule under which there is a choice. */
	show?: Record<string, string[]>;
}

const oneItemForField = ({ options, default: byDefault, show }: ItemChoices): BrazeField => ({
	displayName: 'One Item For',
	name: 'oneItemFor',
	type: 'options',
	flat: true,
	default: byDefault,
	description: 'What each output item holds the numbers of',
	options,
	displayOptions: { show: { simplify: [true], ...show } },
});

/**
 * Whether the answer becomes plain items, and what each of them is. Kept for the output: `simplify`, and `oneItemFor` where the form
 * shows that choice.
 */
export const simplify = (choices?: ItemChoices): Part => {
	const shown = choices ? [simplifyField, oneItemForField(choices)] : [simplifyField];
	return {
		describe: (show) => describeFlat({ name: '', displayName: '', fields: shown }, show),
		write: ({ read }) => {
			const isSimple = toBoolean(read(simplifyField.name) ?? true, simplifyField.displayName);
			if (!isSimple || !choices) return { kept: { simplify: isSimple } };
			const hidden = Object.entries(choices.show ?? {}).find(
				([name, values]) => !values.includes(String(read(name))),
			);
			// a choice that the form does not show is the one that always goes
			const oneItemFor = read('oneItemFor') ?? (hidden ? choices.default : undefined);
			if (!choices.options.some(({ value }) => value === oneItemFor)) {
				throw new InvalidInput(
					'One Item For',
					`cannot be ${quote(oneItemFor)}`,
					`Give one of ${choices.options.map(({ value }) => value).join(', ')}`,
				);
			}
			if (hidden && oneItemFor !== choices.default) {
				throw new InvalidInput(
					'One Item For',
					`cannot be ${quote(oneItemFor)} where ${hidden[0]} is ${quote(read(hidden[0]))}`,
					'These numbers do not add up: take one item for each day',
				);
			}
			return { kept: { simplify: true, oneItemFor: oneItemFor as string } };
		},
	};
};

/** @returns the output of an operation with the switch: plain items, or Braze's answer as it is */
export const simplified =
	(toItems: (answer: IDataObject, asked: Asked) => IDataObject[]) =>
	(answer: IDataObject, asked: Asked): IDataObject[] =>
		asked.kept.simplify === false ? [answer] : toItems(answer, asked);
