import type { IDataObject } from 'n8n-workflow';

import { openStub } from '../stub.cts';
import { jsonOf, NOW, openBench, shownBy, toErrorOutput } from '../support.cts';
import { eventForm, fieldsForm } from './forms.cts';

const bench = openBench({ now: NOW });

const stub = openStub();

describe('errors that Braze names by index', () => {
	test('fail just their items, in its words', async () => {
		const items = [
			{ id: 'user-001', tier: 'a' },
			{ id: 'invalid-user-001', tier: 'b' },
			{ id: 'user-002', tier: 'c' },
		];
		const { output } = await bench.run({ parameters: fieldsForm(), items, node: toErrorOutput });
		expect(jsonOf(output[0])).toHaveLength(2);
		expect(output[1]).toHaveLength(1);
		expect(output[1]?.[0].pairedItem).toEqual({ item: 1 });
		expect(JSON.stringify(output[1])).toContain(
			'left this object out: provided external_id is blacklisted and disallowed',
		);
	});

	test('an item with one part written says which', async () => {
		stub.answer = {
			status: 201,
			body: {
				message: 'success',
				attributes_processed: 0,
				events_processed: 1,
				errors: [{ type: 'EMAIL_BAD_FORMAT', input_array: 'attributes', index: 0 }],
			},
		};
		const form = eventForm({ attributesSource: 'json', attributesJson: '{ "tier": "gold" }' });
		const { error } = await bench.run({
			parameters: form,
			items: [{ id: 'user-001' }],
			url: stub.url,
		});
		expect(error?.message).toContain(
			'Braze took the events of this item and left its attributes out: EMAIL_BAD_FORMAT',
		);
		expect(shownBy(error)).toContain('was written already');
		expect(stub.asked).toHaveLength(1);
	});

	test.each(['events', 'purchases'])(
		'an eCommerce event is found under %s as well',
		async (list) => {
			stub.answer = {
				status: 201,
				body: {
					message: 'success',
					events_processed: 1,
					errors: [{ type: 'a schema', input_array: list, index: 1 }],
				},
			};
			const items = [{ id: 'user-001' }, { id: 'user-002' }];
			const { output } = await bench.run({
				parameters: eventForm(),
				items,
				node: toErrorOutput,
				url: stub.url,
			});
			expect(output.map((branch) => branch?.map(({ pairedItem }) => pairedItem))).toEqual([
				[{ item: 0 }],
				[{ item: 1 }],
			]);
		},
	);

	test('one that cannot be placed is a warning where the count covers all, and a doubt elsewhere', async () => {
		const answer = (processed: number) => ({
			status: 201,
			body: { message: 'success', events_processed: processed, errors: [{ type: 'odd' }, 'text'] },
		});
		const items = [{ id: 'user-001' }, { id: 'user-002' }];
		stub.answer = answer(2);
		const whole = await bench.run({
			parameters: eventForm(),
			items,
			node: toErrorOutput,
			url: stub.url,
		});
		expect(whole.output[0]).toHaveLength(2);
		expect(whole.hints.map(({ message }) => message).join()).toContain("lists in 'errors'");
		stub.answer = answer(1);
		const part = await bench.run({
			parameters: eventForm(),
			items,
			node: toErrorOutput,
			url: stub.url,
		});
		expect(part.output[1]).toHaveLength(2);
		expect(JSON.stringify(part.output[1])).toContain('took 1 of 2 objects');
	});

	test('a count that is short of the objects is a doubt without any error, too', async () => {
		stub.answer = { status: 201, body: { message: 'success', events_processed: 1 } };
		const { output } = await bench.run({
			parameters: eventForm(),
			items: [{ id: 'user-001' }, { id: 'user-002' }],
			node: toErrorOutput,
			url: stub.url,
		});
		expect(output[1]).toHaveLength(2);
		expect(JSON.stringify(output[1])).toContain('took 1 of 2 objects');
		expect(JSON.stringify(output[1])).toContain('"mayHaveBeenSent":true');
	});

	test.each<[string, IDataObject, number]>([
		['a count in a text', { events_processed: '1', attributes_processed: 2 }, 3],
		['a count that is not there beside another', { attributes_processed: 2 }, 2],
		['no count at all', {}, 4],
	])('%s', async (_what, counts, taken) => {
		stub.answer = { status: 201, body: { message: 'success', ...counts } };
		const { output } = await bench.run({
			parameters: eventForm({ attributesSource: 'json', attributesJson: '{ "tier": "a" }' }),
			items: [{ id: 'user-001' }, { id: 'user-002' }],
			node: toErrorOutput,
			url: stub.url,
		});
		expect(output.map((branch) => branch?.length)).toEqual(taken === 4 ? [2, 0] : [0, 2]);
		for (const item of output[1] ?? []) {
			expect(JSON.stringify(item)).toContain(`took ${taken} of 4 objects`);
		}
	});

	test.each(['minor_errors', 'warnings'])('%s are told of', async (key) => {
		stub.answer = {
			status: 201,
			body: { message: 'success', events_processed: 1, [key]: [{ type: 'a key of old' }] },
		};
		const items = [{ id: 'user-001' }];
		const { hints } = await bench.run({ parameters: eventForm(), items, url: stub.url });
		expect(hints.map(({ message }) => message).join()).toContain(`says in '${key}': a key of old`);
	});

	test('an error about an object that several items share fails each of them', async () => {
		stub.answer = {
			status: 201,
			body: {
				message: 'success',
				attributes_processed: 1,
				errors: [{ type: 'EMAIL_BAD_FORMAT', input_array: 'attributes', index: 0 }],
			},
		};
		const items = [
			{ id: 'user-001', tier: 'a' },
			{ id: 'user-002', tier: 'b' },
			{ id: 'user-001', city: 'Ghent' },
		];
		const { output } = await bench.run({
			parameters: fieldsForm(),
			items,
			node: toErrorOutput,
			url: stub.url,
		});
		expect(output.map((branch) => branch?.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 0 }, { item: 2 }],
		]);
	});

	test('a request that is refused whole tells each item of its own object', async () => {
		const items = [
			{ id: 'invalid-user-001', tier: 'a' },
			{ id: 'invalid-user-002', tier: 'b' },
		];
		const { output } = await bench.run({ parameters: fieldsForm(), items, node: toErrorOutput });
		expect(output[1]).toHaveLength(2);
		for (const item of output[1] ?? []) {
			expect(JSON.stringify(item).match(/blacklisted/g)?.length).toBeGreaterThan(0);
			expect(JSON.stringify(item)).toContain('Braze refused the request (400)');
		}
	});
});
