import type { IDataObject } from 'n8n-workflow';

import { NOW, openBench, shownBy } from '../support.cts';
import { eventForm, fieldsForm } from './forms.cts';

const bench = openBench({ now: NOW });

const properties = (value: IDataObject): IDataObject => ({
	eventPropertiesSource: 'json',
	eventPropertiesJson: JSON.stringify(value),
});
const named = (name: string): IDataObject => ({
	eventName: { __rl: true, mode: 'name', value: name },
});
const at = (time: string): IDataObject => ({ additionalFields: { time } });

const run = async (parameters: IDataObject, item: IDataObject = { id: 'user-001' }) =>
	await bench.run({ parameters, items: [item], settings: { timezone: 'Europe/Berlin' } });

/** The only event that left. */
const sentEvent = (): IDataObject =>
	((bench.onlyRequest().body as IDataObject).events as IDataObject[])[0];

describe('an event is refused before anything leaves', () => {
	test.each<[string, IDataObject, string]>([
		['whose name is too long', named('e'.repeat(256)), '255'],
		['with a property named time', properties({ time: 'now' }), 'keeps for itself'],
		['with a property named event_name', properties({ event_name: 'x' }), 'keeps for itself'],
		['with a property that begins with $', properties({ $x: 1 }), 'begins with $'],
		['with a property without a name', properties({ '': 1 }), 'without a name'],
		['with a long name of a property', properties({ ['p'.repeat(256)]: 1 }), 'at most 255'],
		['with large properties', properties({ text: ['x'.repeat(102_400)] }), '102400'],
		['at a time that is none', at('yesterday evening'), "'Time'"],
		['at a date that is none', at('2026-02-30T10:00:00'), "'Time'"],
	])('%s', async (_what, more, words) => {
		const { error } = await run(eventForm(more));
		expect(shownBy(error)).toContain(words);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

describe('an event leaves', () => {
	test.each<[string, IDataObject]>([
		['with a name of 255 characters', named('e'.repeat(255))],
		['with a property of 255 characters', properties({ ['p'.repeat(255)]: 1 })],
		['with an object among its properties', properties({ cart: { lines: [1, 2] } })],
	])('%s', async (_what, more) => {
		expect((await run(eventForm(more))).error).toBeUndefined();
		expect(bench.onlyRequest().accepted).toBe(true);
	});

	test.each([
		['2026-01-02T03:04:05+01:00', '2026-01-02T02:04:05Z'],
		['2026-01-02T03:04:05', '2026-01-02T02:04:05Z'],
		['2026-01-02 03:04:05', '2026-01-02T02:04:05Z'],
		['2026-01-02', '2026-01-01T23:00:00Z'],
		['=1767322000', '2026-01-02T02:46:40Z'],
		['={{ DateTime.fromISO("2026-01-02T03:04:05Z") }}', '2026-01-02T03:04:05Z'],
	])('at %s', async (time, instant) => {
		expect((await run(eventForm(at(time)))).error).toBeUndefined();
		expect(sentEvent().time).toBe(instant);
	});
});

test.each([
	[987, true],
	[988, false],
])('an external ID of %d bytes, counted as UTF-8', async (bytes, isTaken) => {
	const id = `${'ü'.repeat(Math.floor(bytes / 2))}${bytes % 2 ? 'x' : ''}`;
	expect(Buffer.byteLength(id)).toBe(bytes);
	const { error } = await run(eventForm(), { id });
	expect(error === undefined).toBe(isTaken);
	expect(bench.sandbox.requests).toHaveLength(isTaken ? 1 : 0);
	if (!isTaken) expect(shownBy(error)).toContain('987');
});

test('of an alias no length is checked, since one source alone names a limit', async () => {
	const alias = { userIdentifier: 'userAlias', aliasName: 'a'.repeat(300), aliasLabel: 'crm' };
	expect((await run(eventForm(alias))).error).toBeUndefined();
});

test.each([
	['exactly', 102_400, true],
	['one byte over', 102_401, false],
])('an object of an attribute: %s 100 KB', async (_what, bytes, isTaken) => {
	const frame = JSON.stringify({ text: '' }).length;
	const { error } = await run(fieldsForm(), {
		id: 'user-001',
		nested: { text: 'x'.repeat(bytes - frame) },
	});
	expect(error === undefined).toBe(isTaken);
	if (!isTaken) expect(shownBy(error)).toContain('without a word');
});

const alias = { alias_name: '={{ $json.id }}', alias_label: 'crm' };

describe('51 users are one more than a request takes', () => {
	test.each<[string, IDataObject, string]>([
		['get', {}, 'external_ids'],
		['delete', { options: { mostObjects: 60 } }, 'external_ids'],
		['removeExternalId', { options: { mostObjects: 60 } }, 'external_ids'],
		[
			'renameExternalId',
			{ currentExternalId: '={{ $json.id }}', newExternalId: '={{ $json.id }}-new' },
			'external_id_renames',
		],
		['createAlias', { aliasName: alias.alias_name, aliasLabel: 'crm' }, 'user_aliases'],
		[
			'updateAlias',
			{ oldAliasName: '={{ $json.id }}', newAliasName: '={{ $json.id }}-new', aliasLabel: 'crm' },
			'alias_updates',
		],
		[
			'identify',
			{ userIdentifier: 'userAlias', aliasName: '={{ $json.id }}', aliasLabel: 'crm' },
			'aliases_to_identify',
		],
	])('%s', async (operation, more, list) => {
		await bench.run({
			parameters: {
				resource: 'user',
				operation,
				userIdentifier: 'externalUserId',
				externalUserId: '={{ $json.id }}',
				...more,
			},
			items: Array.from({ length: 51 }, (_user, index) => ({ id: `limit-${index}` })),
			node: { onError: 'continueErrorOutput' },
		});
		const sizes = bench.bodies().map((body) => (body[list] as unknown[]).length);
		expect(sizes.slice(0, 2)).toEqual([50, 1]);
	});
});
