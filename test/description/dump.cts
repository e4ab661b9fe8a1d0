import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { choicesOf, fieldListsOf, showOf } from './properties.cts';

/** What the form says for one state of its selectors, a line a parameter, so that a change of it can be read. */
export function dumpForm(properties: INodeProperties[], state: Record<string, string>): string {
	const shown = properties.filter(
		(property) => property.name !== 'resource' && isShownIn(showOf(property), state),
	);
	return `${linesOf(shown, state, '').join('\n')}\n`;
}

type Show = NonNullable<IDisplayOptions['show']>;

const isShownIn = (show: Show, state: Record<string, string>): boolean =>
	Object.entries(state).every(([name, value]) =>
		[show[name], show[`/${name}`]].every(
			(shown) => shown === undefined || (shown as unknown[]).includes(value),
		),
	);

function linesOf(list: INodeProperties[], state: Record<string, string>, indent: string): string[] {
	return list
		.filter((property) => isShownIn(showOf(property), state))
		.flatMap((property) => [
			`${indent}${lineOf(property, state)}`,
			...choicesOf(property).map(
				({ name, value, description }) =>
					`${indent}\t- ${String(value)}: ${name}${description ? `. ${description}` : ''}`,
			),
			...fieldListsOf(property).flatMap((fields) => linesOf(fields, state, `${indent}\t`)),
		]);
}

function lineOf(property: INodeProperties, state: Record<string, string>): string {
	const { name, type, displayName, required, description, hint, placeholder } = property;
	const rest = Object.entries(showOf(property)).filter(
		([selector]) => !(selector.replace(/^\//, '') in state),
	);
	return [
		`${name} (${type}${required ? ', required' : ''})`,
		`"${displayName}"`,
		`= ${JSON.stringify(property.default)}`,
		...(rest.length > 0 ? [`when ${JSON.stringify(Object.fromEntries(rest))}`] : []),
		...(property.displayOptions?.hide
			? [`unless ${JSON.stringify(property.displayOptions.hide)}`]
			: []),
		...(property.typeOptions ? [JSON.stringify(property.typeOptions)] : []),
		...[description, hint, placeholder].filter(Boolean),
	].join(' | ');
}
