import type { IDataObject } from 'n8n-workflow';

import { jsonOf, NOW, openBench, userId } from '../support.cts';
import { fieldsForm, row, rowsForm } from './forms.cts';

const bench = openBench({ now: NOW });

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
