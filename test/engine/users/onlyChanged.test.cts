import type { IDataObject } from 'n8n-workflow';

import { jsonOf, NOW, openBench, userId } from '../support.cts';
import { openStub } from '../stub.cts';
import { fieldsForm, row, rowsForm, upsertForm } from './forms.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

const onlyChanged = { options: { onlyChanged: true } };
const tracked = (): IDataObject[] =>
	bench.sandbox.requests
		.filter(({ path }) => path === '/users/track')
		.flatMap(({ body }) => (body as IDataObject).attributes as IDataObject[]);
const paths = (): string[] => bench.sandbox.requests.map(({ path }) => path);

/** Users as a sheet has them. */
const sheet = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		id: userId(index + 1),
		first_name: 'User',
		tier: 'silver',
		points: index,
	}));

test('of 200 users of whom 90 % are equal only the others are written, and each item says what changed', async () => {
	await bench.run({ parameters: fieldsForm(), items: sheet(200) });
	bench.sandbox.requests.length = 0;
	const items = sheet(200).map((item, index) =>
		index % 10 === 0 ? { ...item, tier: 'gold' } : item,
	);
	const { output, error } = await bench.run({ parameters: fieldsForm(onlyChanged), items });
	expect(error).toBeUndefined();
	expect(paths()).toEqual([...Array<string>(4).fill('/users/export/ids'), '/users/track']);
	expect(tracked()).toEqual(
		items
			.filter((_item, index) => index % 10 === 0)
			.map(({ id }) => ({ external_id: id, tier: 'gold' })),
	);
	expect(jsonOf(output[0])).toEqual(
		items.map(({ id }, index) => ({
			recipient: { external_id: id },
			...(index % 10 === 0
				? {
						message: 'success',
						attributes_processed: 1,
						changed: { tier: { before: 'silver', after: 'gold' } },
					}
				: { message: 'unchanged', changed: {} }),
		})),
	);
});

test('a later item of the same user is compared with what the earlier one leaves behind', async () => {
	await bench.run({ parameters: fieldsForm(), items: [{ id: 'user-001', tier: 'silver' }] });
	bench.sandbox.requests.length = 0;
	const items = ['gold', 'silver'].map((tier) => ({ id: 'user-001', tier }));
	const { output } = await bench.run({ parameters: fieldsForm(onlyChanged), items });
	expect(tracked()).toEqual([{ external_id: 'user-001', tier: 'silver' }]);
	expect(jsonOf(output[0]).map(({ changed }) => changed)).toEqual([
		{ tier: { before: 'silver', after: 'gold' } },
		{ tier: { before: 'gold', after: 'silver' } },
	]);
});

test('an item that wants what an earlier item writes has the answer to that, not to the profile as it was', async () => {
	stub.answer = {
		status: 201,
		body: {
			message: 'success',
			users: [{ external_id: 'user-001', custom_attributes: { tier: 'silver' } }],
			errors: [{ type: 'EMAIL_BAD_FORMAT', input_array: 'attributes', index: 0 }],
		},
	};
	const items = ['silver', 'gold', 'gold'].map((tier) => ({ id: 'user-001', tier }));
	const { output } = await bench.run({
		parameters: fieldsForm(onlyChanged),
		items,
		node: { onError: 'continueErrorOutput' },
		url: stub.url,
	});
	expect(stub.asked.map(({ url }) => url)).toEqual(['/users/export/ids', '/users/track']);
	expect(JSON.parse(stub.asked[1].body)).toEqual({
		attributes: [{ external_id: 'user-001', tier: 'gold' }],
	});
	expect(output.map((branch) => branch.map(({ pairedItem }) => pairedItem))).toEqual([
		[{ item: 0 }],
		[{ item: 1 }, { item: 2 }],
	]);
});

test('operators, what an export does not give and unknown users are always written', async () => {
	const rows = [
		row('orders', { change: 'increment', value: 1 }),
		row('image_url', { change: 'set', value: 'https://example.com/a.png' }),
		row('eye_color', { change: 'set', value: 'blue' }),
		row('never_there', { change: 'remove' }),
	];
	const items = [{ id: 'user-001' }, { id: 'user-new' }];
	await bench.run({ parameters: rowsForm(rows, onlyChanged), items });
	const always = { orders: { inc: 1 }, image_url: 'https://example.com/a.png' };
	expect(tracked()).toEqual([
		{ external_id: 'user-001', ...always },
		{ external_id: 'user-new', ...always, eye_color: 'blue', never_there: null },
	]);
});

test('an address in other letters and a time in another form are no change', async () => {
	const items = [
		{
			id: 'user-001',
			email: 'USER-001@example.com',
			last_purchase_time: '2026-01-09T11:00:00+01:00',
		},
	];
	const { output } = await bench.run({ parameters: fieldsForm(onlyChanged), items });
	expect(paths()).toEqual(['/users/export/ids']);
	expect(jsonOf(output[0])).toEqual([
		{ message: 'unchanged', changed: {}, recipient: { external_id: 'user-001' } },
	]);
});

describe('what counts as equal', () => {
	const stored = {
		tags: ['a', 'b'],
		cities: [{ name: 'Ghent', since: { $time: '2020-01-02T00:00:00Z' } }],
		address: { city: 'Ghent', zip: '9000' },
		score: 5,
		note: '',
		opened: '2026-01-09',
		user_aliases: 'none',
		created_at: 'shop',
		last_purchase_time: '2026-01-09T10:00:00Z',
	};

	test.each<[string, IDataObject, boolean]>([
		['everything as it is', stored, true],
		['keys of an object in another order', { address: { zip: '9000', city: 'Ghent' } }, true],
		['an object with a key less', { address: { city: 'Ghent' } }, false],
		['a list in another order', { tags: ['b', 'a'] }, false],
		['a list that has an entry twice, which Braze keeps once', { tags: ['b', 'a', 'b'] }, true],
		['a list with an entry more', { tags: ['a', 'b', 'c'] }, false],
		['a number as text', { score: '5' }, false],
		['a time in the zone of someone else', { last_purchase_time: '2026-01-09T11:00+01:00' }, true],
		['a time without a zone, which is UTC', { last_purchase_time: '2026-01-09 10:00:00' }, true],
		['a day that is not that time', { last_purchase_time: '2026-01-09' }, false],
		['a text that reads as the same day', { opened: '01/09/2026' }, false],
		[
			'a time inside an object',
			{ cities: [{ since: { $time: '2020-01-02' }, name: 'Ghent' }] },
			true,
		],
		[
			'another time inside an object',
			{ cities: [{ since: { $time: '2020-01-03' }, name: 'Ghent' }] },
			false,
		],
		['null for what is there', { note: null }, false],
		['null for what is not there', { never: null }, true],
		['an empty text for what is not there', { never: '' }, false],
		['the name of a field of the profile in other letters', { First_Name: 'User' }, false],
		['false for what is not there', { never: false }, false],
	])('%s', async (_what, attributes, isEqual) => {
		const json = (value: IDataObject, more: IDataObject = {}): IDataObject =>
			upsertForm({ attributesSource: 'json', attributesJson: JSON.stringify(value), ...more });
		const items = [{ id: 'user-001' }];
		await bench.run({ parameters: json(stored), items });
		bench.sandbox.requests.length = 0;
		const { output } = await bench.run({ parameters: json(attributes, onlyChanged), items });
		expect(tracked()).toEqual(isEqual ? [] : [{ external_id: 'user-001', ...attributes }]);
		expect(jsonOf(output[0])).toMatchObject([{ message: isEqual ? 'unchanged' : 'success' }]);
	});
});

test('a user that items name by its ID and by an alias is one profile, written to in their order', async () => {
	const form = upsertForm({
		...onlyChanged,
		userIdentifier: '={{ $json.kind }}',
		aliasName: 'alias-001',
		aliasLabel: 'shop',
		attributesSource: 'selectedInputFields',
		attributesInputFields: 'tier',
	});
	const items = [
		{ kind: 'externalUserId', id: 'user-001', tier: 'gold' },
		{ kind: 'userAlias', tier: 'silver' },
		{ kind: 'externalUserId', id: 'user-001', tier: 'gold' },
	];
	const { output } = await bench.run({ parameters: form, items });
	expect(tracked().map(({ tier }) => tier)).toEqual(['gold', 'silver', 'gold']);
	expect(paths().filter((path) => path === '/users/track')).toHaveLength(3);
	expect(jsonOf(output[0]).map(({ changed }) => changed)).toEqual([
		{ tier: { after: 'gold' } },
		{ tier: { before: 'gold', after: 'silver' } },
		{ tier: { before: 'silver', after: 'gold' } },
	]);
});

test('users named by address are refused, with the reason', async () => {
	const { error } = await bench.run({
		parameters: fieldsForm({
			...onlyChanged,
			userIdentifier: 'email',
			email: 'user-001@example.com',
		}),
		items: [{ id: 'x', tier: 'gold' }],
	});
	expect(error?.message).toContain('compares users named by external user ID or alias only');
	expect(bench.sandbox.requests).toEqual([]);
});

test('a key that may not export writes nothing and says what it lacks', async () => {
	const { error } = await bench.run({
		parameters: fieldsForm(onlyChanged),
		items: [{ id: 'user-001', tier: 'gold' }],
		apiKey: 'sandbox-send-only-key',
	});
	expect(error?.message).toContain(
		'Nothing was written, since what Only Changed needs could not be read',
	);
	expect(error?.message).toContain('permission users.export.ids');
	expect(paths()).toEqual(['/users/export/ids']);
});

test('a key that Braze does not know is told as such, and not as one that lacks a permission', async () => {
	for (const option of ['onlyChanged', 'refuseUnknown']) {
		const { error } = await bench.run({
			parameters: fieldsForm({ options: { [option]: true } }),
			items: [{ id: 'user-001', tier: 'gold' }],
			apiKey: 'nobody-knows-this-key',
		});
		expect(error?.description).toMatch(/^Check the REST API key and the instance/);
		expect(error?.description).toMatch(/turn (Only Changed|Refuse Unknown Attributes) off$/);
	}
});

test('attributes that the workspace does not know fail their items where that is asked for', async () => {
	const { output } = await bench.run({
		parameters: fieldsForm({ options: { refuseUnknown: true } }),
		items: [
			{ id: 'user-001', loyalty_tier: 'gold', first_name: 'User' },
			{ id: 'user-002', Loyalty_Tier: 'gold' },
		],
		node: { onError: 'continueErrorOutput' },
	});
	expect(output[0]).toHaveLength(1);
	expect(JSON.stringify(output[1])).toContain('did you mean \\"loyalty_tier\\"?');
	expect(paths()).toEqual(['/custom_attributes', '/users/track']);
});
