import { describeObject, flatName } from '../../../nodes/Braze/schema/describe.ts';
import {
	isFlat,
	wirePath,
	type BrazeField,
	type MessageObject,
} from '../../../nodes/Braze/schema/field.ts';
import { writeObject } from '../../../nodes/Braze/schema/write.ts';
import { messageObjects } from '../../../nodes/Braze/messages/index.ts';

export type Values = Record<string, unknown>;

/** What a form holds and what it becomes: the object, in words, the parameters, the wire object. */
export type Sample = [what: string, { name: string; form: Values; wire: Values }];

/** The name of an object, a wire object of it, and the words in which it is refused. */
export type Rejected = [name: string, wire: Values, sentence: string];

const context = {
	timezone: 'Europe/Berlin',
	startedAt: 0,
};

/** Stops the clock for a file of tests at noon of 16 January 2026 in UTC. */
export function stopClock(): void {
	beforeAll(() => {
		jest.useFakeTimers({ now: Date.UTC(2026, 0, 16, 12) });
	});
	afterAll(() => {
		jest.useRealTimers();
	});
}

export const find = (name: string): MessageObject => {
	const object = messageObjects.find((each) => each.name === name);
	if (!object) throw new Error(`no message object ${name}`);
	return object;
};

/** The parts of a drawn property that the tests look at. */
export interface Drawn {
	displayName: string;
	name: string;
	type?: string;
	default?: unknown;
	description?: string;
	placeholder?: string;
	options?: Drawn[];
	values?: Drawn[];
	value?: unknown;
}

const show = { resource: ['message'], operation: ['send'] };

/** The form of an object. */
export const draw = (object: MessageObject): Drawn[] =>
	describeObject(object, { ...show, channels: [object.name] }) as unknown as Drawn[];

/** What n8n fills in for the lists of an object, since a list always has a choice. */
const chosenByDefault = (object: MessageObject): Values =>
	Object.fromEntries(
		object.fields
			.filter((field) => isFlat(field) && field.type === 'options')
			.map((field) => [flatName(object, field.name), field.default]),
	);

export const write = (name: string, form: Values): Values => {
	const filled = { ...chosenByDefault(find(name)), ...form };
	return writeObject(find(name), (parameter) => filled[parameter], context);
};

export const pairs = (values: Record<string, string>): Values => ({
	assignments: Object.entries(values).map(([name, value]) => ({ name, value, type: 'string' })),
});

export const rows = (group: string, ...values: Values[]): Values => ({ [group]: values });

export const token = 'a'.repeat(64);

/** Every key that fields can put on the wire, with dots into objects and `[]` into lists. */
export function wireKeys(fields: BrazeField[], at = ''): string[] {
	return fields.flatMap((field) => {
		const path = at + wirePath(field).join('.');
		const own = wirePath(field).length > 0 ? [path] : [];
		const sent = Object.values(field.sends ?? {}).flatMap((object) =>
			Object.keys(object).map((key) => at + key),
		);
		const inside = (field.options ?? []).flatMap((option) => {
			if (!('values' in option)) return [];
			if (field.spreadBy) return spreadKeys(option.values, field.spreadBy, at);
			return wireKeys(option.values, `${path}${field.typeOptions?.multipleValues ? '[]' : ''}.`);
		});
		return [...own, ...sent, ...inside];
	});
}

function spreadKeys(values: BrazeField[], spreadBy: string, at: string): string[] {
	const choices = values.find(({ name }) => name === spreadBy)?.options ?? [];
	const others = values.filter(({ name }) => name !== spreadBy);
	return choices.flatMap((choice) =>
		'value' in choice ? wireKeys(others, `${at}${choice.value}_`) : [],
	);
}
