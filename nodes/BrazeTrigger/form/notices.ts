import type { INodeProperties } from 'n8n-workflow';

import { sources } from '../sources';
import type { Source, SourceName } from '../sources';

type Show = Record<string, string[]>;

/** n8n takes what stands in angle brackets in a notice for markup and drops it, so none of the texts has any. */
const notice = (name: string, text: string, show: Show): INodeProperties => ({
	displayName: text,
	name,
	type: 'notice',
	default: '',
	displayOptions: { show },
});

const entries = Object.entries(sources) as Array<[SourceName, Source]>;

/** What to do in Braze, and what can go wrong there. */
export const guidance: INodeProperties[] = entries.flatMap(([source, { setup, caveats }]) => [
	notice(`${source}Setup`, setup, { source: [source] }),
	notice(`${source}Caveats`, caveats, { source: [source] }),
]);

/** Each notice holds one piece to copy and nothing else, so that a triple click selects it. */
export const copies: INodeProperties[] = entries.flatMap(([source, { copies, secretCopies }]) => [
	...Object.entries(secretCopies).map(([authentication, text]) =>
		notice(`${source}Copy${capitalized(authentication)}`, text, {
			source: [source],
			authentication: [authentication],
		}),
	),
	...copies.map((text, index) => notice(`${source}Copy${index + 1}`, text, { source: [source] })),
]);

export const noneWarning = notice(
	'noneWarning',
	'Whoever learns the URL can start this workflow with data of their own. Choose None only where something in front of n8n checks the requests.',
	{ authentication: ['none'] },
);

function capitalized(text: string): string {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
