import type { Fact } from '../fields.cts';

/** What a preview looks like; each has its class in the page's style. */
export type Look =
	| 'apple'
	| 'android'
	| 'kindle'
	| 'web'
	| 'windows'
	| 'email'
	| 'sms'
	| 'whats-app'
	| 'card'
	| 'in-app'
	| 'request'
	| 'trigger'
	| 'other';

/** A picture, video or file, by its address: the page never loads it. */
export interface Media {
	what: string;
	address: string;
}

export interface Button {
	label: string;
	opens?: string;
}

/** #rrggbb or #rrggbbaa, and nothing else. */
export interface Colors {
	background?: string;
	text?: string;
	accent?: string;
}

/** A message as a person would see it: text only, so that nothing a message says can do anything. */
export interface Preview {
	look: Look;
	/** A shape within the look, such as MODAL. */
	shape?: string;
	/** Who or what speaks, above everything. */
	from?: string;
	title?: string;
	text?: string;
	footer?: string;
	media?: Media[];
	buttons?: Button[];
	/** Where a tap leads. */
	opens?: string;
	/** Shown with the message. */
	facts?: Fact[];
	/** Shown letter by letter. */
	code?: string;
	/** Cards, sections or messages inside the message. */
	parts?: Preview[];
	colors?: Colors;
	/** Whether there is a document to show in a frame. */
	isDocument?: boolean;
	/** Every field not drawn. */
	rest?: Fact[];
}

/** Media of one kind; addresses that are not there are left out. */
export function media(what: string, ...addresses: Array<string | undefined>): Media[] {
	return addresses.flatMap((address) => (address === undefined ? [] : [{ what, address }]));
}

/** A colour as Braze writes it, 0xAARRGGBB or a number, as a browser does; undefined where it is none. */
export function colorOf(value: unknown): string | undefined {
	if (Number.isInteger(value)) {
		return `#${(Number(value) & 0xffffff).toString(16).padStart(6, '0')}`;
	}
	const hex = /^0x([0-9a-f]{2})([0-9a-f]{6})$/i.exec(String(value));
	return hex ? `#${hex[2]}${hex[1]}` : undefined;
}
