/** A name and a value, both as they are to be shown. */
export interface Fact {
	name: string;
	value: string;
}

// A page with 200 deliveries has to stay light, whatever somebody sent.
const MAX_CHARACTERS = 2000;
const MAX_FACTS = 100;

/**
 * A message read field by field. What nobody asked for is left over and shown as it is, so that a
 * field the sandbox does not draw is still seen.
 */
export class Fields {
	private readonly left: Map<string, unknown>;

	constructor(value: unknown) {
		this.left = new Map(isObject(value) ? Object.entries(value) : []);
	}

	/** The field itself; from here on it counts as shown. */
	take(name: string): unknown {
		const value = this.left.get(name);
		this.left.delete(name);
		return value;
	}

	/** The field as text; undefined where it says nothing. */
	text(name: string): string | undefined {
		return textOf(this.take(name));
	}

	/** An object inside the message, empty where there is none. */
	object(name: string): Fields {
		return new Fields(this.take(name));
	}

	/** The objects of a list, none where there is no list. */
	objects(name: string): Fields[] {
		return this.list(name).map((item) => new Fields(item));
	}

	/** The texts of a list, none where there is no list. */
	texts(name: string): string[] {
		return this.list(name).flatMap((item) => textOf(item) ?? []);
	}

	/** What is left over. */
	facts(): Fact[] {
		const shown = [...this.left].slice(0, MAX_FACTS).flatMap(([name, value]) => fact(name, value));
		const more = this.left.size - MAX_FACTS;
		return more > 0 ? [...shown, { name: 'and', value: `${more} more` }] : shown;
	}

	private list(name: string): unknown[] {
		const value = this.take(name);
		return Array.isArray(value) ? (value as unknown[]).slice(0, MAX_FACTS) : [];
	}
}

/** A fact, or nothing where the value says nothing. */
export function fact(name: string, value: unknown): Fact[] {
	const text = textOf(value);
	return text === undefined ? [] : [{ name: cut(name), value: text }];
}

/** Any value as text, cut where it is too long to show; undefined where it says nothing. */
export function textOf(value: unknown): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	return cut(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
}

function cut(text: string): string {
	const more = text.length - MAX_CHARACTERS;
	return more > 0 ? `${text.slice(0, MAX_CHARACTERS)}… and ${more} more characters` : text;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
