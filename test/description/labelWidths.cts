import type { INodeProperties } from 'n8n-workflow';

import { fieldListsOf } from './properties.cts';

/**
 * How n8n 2.41 lays out a label, in pixels, at every usual width of its window: measured in the editor, where
 * `e2e/labels.e2e.cts` compares it with a form.
 */
const FORM = 387;
/** What a collection, a list of rows, or a group that stands once takes from the fields inside. */
const INDENT = { collection: 32, rows: 32, group: 48 };
/** What the tooltip's sign takes. */
const SIGN = 16;
/** What stands right of a label: the switch to Expression and a menu, beside them the button that enlarges a text. */
const SWITCH = 155;
const SWITCH_OF_TEXT = 179;
const MENU = 34;

/** Advance widths of n8n's font in a label, InterVariable at 12 pixels, from a space on. */
const GLYPHS = [
	3.38, 3.45, 5.59, 7.6, 7.7, 11.78, 7.73, 3.6, 4.38, 4.38, 6.01, 7.94, 3.46, 5.52, 3.46, 4.32,
	7.57, 4.88, 7.32, 7.41, 7.75, 7.12, 7.44, 6.79, 7.42, 7.44, 3.46, 3.62, 7.94, 7.94, 7.94, 6.13,
	11.59, 8.28, 7.85, 8.77, 8.66, 7.21, 7.08, 8.95, 8.92, 3.22, 6.85, 8.06, 6.79, 10.84, 9.04, 9.18,
	7.66, 9.18, 7.72, 7.7, 7.75, 8.93, 8.28, 11.82, 8.19, 8.14, 7.55, 4.38, 4.32, 4.38, 5.65, 5.47,
	3.87, 6.74, 7.35, 6.86, 7.35, 7, 4.44, 7.36, 7.1, 2.91, 2.91, 6.59, 2.91, 10.51, 7.09, 7.2, 7.35,
	7.35, 4.52, 6.33, 3.93, 7.1, 6.74, 9.82, 6.55, 6.74, 6.63, 5.12, 3.99, 5.12, 7.94,
];

/** @returns the width of a label's text in pixels, before kerning, which takes away up to 2 */
export const widthOf = (label: string): number =>
	[...label].reduce((width, sign) => width + (GLYPHS[sign.charCodeAt(0) - 32] ?? NaN), 0);

function trailing({ type, noDataExpression }: INodeProperties): number {
	if (noDataExpression) return MENU;
	return type === 'string' || type === 'json' ? SWITCH_OF_TEXT : SWITCH;
}

/** A label, its way from the top of the form, and the pixels that n8n leaves for it. */
export interface LabelPlace {
	path: string;
	label: string;
	room: number;
}

/** @returns the labels of fields, however deep; headings, which have the whole line, are left out */
export function labelPlaces(list: INodeProperties[], line = FORM, at = ''): LabelPlace[] {
	return list.flatMap((property) => {
		const { type, typeOptions, displayName, description, name } = property;
		const path = `${at}${name}`;
		if (type === 'collection' || type === 'fixedCollection') {
			const group = typeOptions?.multipleValues ? INDENT.rows : INDENT.group;
			const inner = line - (type === 'collection' ? INDENT.collection : group);
			return fieldListsOf(property).flatMap((fields) => labelPlaces(fields, inner, `${path}.`));
		}
		if (['notice', 'hidden', 'assignmentCollection', 'resourceMapper'].includes(type)) return [];
		const sign = description === undefined ? 0 : SIGN;
		return [{ path, label: displayName, room: line - trailing(property) - sign }];
	});
}
