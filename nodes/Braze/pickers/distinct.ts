import type { INodeListSearchItems } from 'n8n-workflow';

import { isMissing } from '../schema/convert';

/** @returns what a list can show and a request can hold: a text that is more than blanks, or a number; undefined for anything else */
export function wordIn(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && !isMissing(value) ? value : undefined;
}

/** @returns each entry once; Braze has the same name twice, and then the ID behind it tells them apart */
export function distinct(results: INodeListSearchItems[]): INodeListSearchItems[] {
	const byValue = new Map<unknown, INodeListSearchItems>();
	for (const each of results) if (!byValue.has(each.value)) byValue.set(each.value, each);
	const own = [...byValue.values()];
	const counts = new Map<string, number>();
	for (const { name } of own) counts.set(name, (counts.get(name) ?? 0) + 1);
	return own.map((each) =>
		(counts.get(each.name) ?? 0) > 1 ? { ...each, name: `${each.name} (${each.value})` } : each,
	);
}
