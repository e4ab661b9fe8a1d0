/**
 * An element with children; a child that is text stays text, whatever it says, and an empty child
 * is left out. This is the only way the page makes elements.
 */
export function make(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined && value !== false) element.setAttribute(name, value);
	}
	element.append(...children.flat(Infinity).filter(Boolean));
	return element;
}

/** An element around a text of a stranger, or nothing where there is no text. */
export function said(tag, className, text) {
	return text === undefined ? undefined : make(tag, { class: className, dir: 'auto' }, text);
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment in words, on the clock of whoever looks. */
export function timeText(epochMs) {
	return moment.format(epochMs);
}

/** A moment as an element; its exact time is in the tooltip. */
export function time(epochMs) {
	const exact = new Date(epochMs).toISOString();
	return make('time', { datetime: exact, title: exact }, timeText(epochMs));
}

/** Names and values as a list, or nothing where there are none. */
export function facts(list, className) {
	if (!list?.length) return undefined;
	const rows = list.map(({ name, value }) =>
		make('div', {}, make('dt', { dir: 'auto' }, name), make('dd', { dir: 'auto' }, value)),
	);
	return make('dl', { class: className }, rows);
}
