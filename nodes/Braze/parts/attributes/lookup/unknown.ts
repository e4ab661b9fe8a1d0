import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../../../pipeline/call';
import type { Ask, Endpoint, Prepared } from '../../../pipeline/operation';
import { isObject } from '../../../schema/convert';
import { InvalidInput, quote } from '../../../schema/invalidInput';
import { isAttribute, profileFieldOf } from '../profileFields';
import { failedRead } from './failedRead';
import { refuseUnknown } from './options';

/**
 * @param list the endpoint that lists the custom attributes of the workspace
 * @returns the calls without those that have an attribute which the workspace does not know
 */
export async function withoutUnknown(
	calls: Call[],
	ask: Ask,
	list: Endpoint,
): Promise<Required<Prepared>> {
	const prepared: Required<Prepared> = { calls: [], failures: new Map(), results: new Map() };
	const { method, path } = list;
	const [outcome] = await ask(list, [
		{
			request: { method, path, query: {}, body: {} },
			entries: [],
			entryItems: [],
			itemIndexes: [],
			after: [],
		},
	]);
	const known = outcome.kind === 'accepted' ? namesIn(outcome.answer) : undefined;
	for (const call of calls) {
		if (!known) {
			prepared.results.set(
				call.itemIndex,
				failedRead(outcome, refuseUnknown.displayName, list.permission),
			);
			continue;
		}
		const unknown = attributesOf(call).find((key) => !known.has(key));
		if (unknown === undefined) prepared.calls.push(call);
		else prepared.failures.set(call.itemIndex, unknownAttribute(unknown, known));
	}
	return prepared;
}

const namesIn = ({ attributes }: IDataObject): Set<string> =>
	new Set(
		(Array.isArray(attributes) ? (attributes as unknown[]) : [])
			.filter(isObject)
			.map(({ name }) => String(name)),
	);

const attributesOf = ({ entries }: Call): string[] =>
	entries
		.flatMap(({ wire }) => Object.keys(wire as IDataObject))
		.filter((key) => isAttribute(key) && !profileFieldOf(key));

function unknownAttribute(name: string, known: Set<string>): InvalidInput {
	const near = [...known].find((each) => each.toLowerCase() === name.toLowerCase());
	return new InvalidInput(
		'User Attributes',
		`hold ${quote(name)}, which the workspace does not know`,
		near === undefined
			? 'Correct the name, or turn Refuse Unknown Attributes off to create it'
			: `Names are case-sensitive: did you mean ${quote(near)}?`,
	);
}
