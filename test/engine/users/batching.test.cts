import type { IDataObject } from 'n8n-workflow';

import { jsonOf, NOW, openBench, userId } from '../support.cts';
import { eventForm, fieldsForm, row, rowsForm, TIME } from './forms.cts';

const bench = openBench({ now: NOW });

const sent = (list: string): IDataObject[][] =>
	bench.bodies().map((body) => (body[list] ?? []) as IDataObject[]);

test('160 events take three requests of 75 at most, each event once and in order', async () => {
	const items = Array.from({ length: 160 }, (_, index) => ({ id: userId((index % 7) + 1) }));
	const { output, error } = await bench.run({ parameters: eventForm(), items });
	expect(error).toBeUndefined();
	expect(sent('events').map((events) => events.length)).toEqual([75, 75, 10]);
	expect(
		sent('events')
			.flat()
			.map(({ external_id: id }) => id),
	).toEqual(items.map(({ id }) => id));
	expect(jsonOf(output[0])).toHaveLength(160);
});

test('the time of events without one is the same instant for a whole run', async () => {
	const items = Array.from({ length: 80 }, () => ({ id: 'user-001' }));
	await bench.run({ parameters: eventForm({ additionalFields: {} }), items });
	const times = sent('events')
		.flat()
		.map(({ time }) => time);
	expect(new Set(times).size).toBe(1);
	expect(times[0]).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
});

test('an event and attributes of its user stand in one request, and attributes of one user are one object', async () => {
	const form = eventForm({
		attributesSource: 'selectedInputFields',
		attributesInputFields: 'tier, city',
	});
	const items = [
		{ id: 'user-001', tier: 'silver' },
		{ id: 'user-002', tier: 'gold' },
		{ id: 'user-001', tier: 'gold', city: 'Ghent' },
	];
	const { output } = await bench.run({ parameters: form, items });
	expect(bench.onlyRequest().body).toEqual({
		attributes: [
			{ external_id: 'user-001', tier: 'gold', city: 'Ghent' },
			{ external_id: 'user-002', tier: 'gold' },
		],
		events: ['user-001', 'user-002', 'user-001'].map((id) => ({
			external_id: id,
			time: TIME,
			name: 'trial_started',
		})),
	});
	expect(jsonOf(output[0])).toEqual(
		items.map(({ id }) => ({
			message: 'success',
			attributes_processed: 1,
			events_processed: 1,
			recipient: { external_id: id },
		})),
	);
});

test('200 items of one user become one object whose later keys win, and each keeps its account', async () => {
	const items = Array.from({ length: 200 }, (_, index) => ({
		id: 'user-001',
		[`key_${index % 3}`]: index,
	}));
	const { output } = await bench.run({ parameters: fieldsForm(), items });
	expect(bench.onlyRequest().body).toEqual({
		attributes: [{ external_id: 'user-001', key_0: 198, key_1: 199, key_2: 197 }],
	});
	expect(jsonOf(output[0])).toHaveLength(200);
});

test('increments of one attribute are summed; what cannot be joined goes in a later request, with a hint', async () => {
	const form = rowsForm([
		row('points', { change: 'increment', value: '={{ $json.points }}' }),
		row('tags', { change: '={{ $json.change }}', value: '={{ $json.tag }}' }),
	]);
	const items = [
		{ id: 'user-001', points: 1, change: 'addToList', tag: 'a' },
		{ id: 'user-001', points: 2, change: 'addToList', tag: 'b' },
		{ id: 'user-001', points: 3, change: 'removeFromList', tag: 'a' },
	];
	const { error, hints } = await bench.run({ parameters: form, items });
	expect(error).toBeUndefined();
	expect(sent('attributes')).toEqual([
		[{ external_id: 'user-001', points: { inc: 3 }, tags: { add: ['a', 'b'] } }],
		[{ external_id: 'user-001', points: { inc: 3 }, tags: { remove: ['a'] } }],
	]);
	expect(hints.map(({ message }) => message).join()).toContain(
		'1 request waited for the answer to an earlier one',
	);
});

describe('after a doubt', () => {
	const breakOnce = (): void => bench.sandbox.faults.use({ script: ['reset-after'] });

	test.each<[string, IDataObject, number]>([
		['plain attributes leave again', fieldsForm(), 2],
		['an event does not', eventForm(), 1],
		['an increment does not', rowsForm([row('points', { change: 'increment', value: 1 })]), 1],
		['adding to a list does', rowsForm([row('tags', { change: 'addToList', value: 'a' })]), 2],
		[
			'adding an object does not',
			rowsForm([row('cars', { change: 'addObject', objectJson: '{ "id": 1 }' })]),
			1,
		],
	])('%s', async (_what, parameters, requests) => {
		breakOnce();
		const { error } = await bench.run({ parameters, items: [{ id: 'user-001', tier: 'a' }] });
		expect(bench.sandbox.requests).toHaveLength(requests);
		if (requests === 2) expect(error).toBeUndefined();
		else expect(error?.message).toContain('may have been written');
	});
});
