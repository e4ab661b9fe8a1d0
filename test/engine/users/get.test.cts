import type { IDataObject } from 'n8n-workflow';

import { jsonOf, NOW, openBench, pairedOf, shownBy, userId } from '../support.cts';
import { openStub } from '../stub.cts';
import { fieldsForm, getForm } from './forms.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

const identifiers = ['braze_id', 'external_id', 'user_aliases'];

test('120 users take three requests, and each item gets its own user', async () => {
	const items = Array.from({ length: 120 }, (_, index) => ({ id: userId((index % 118) + 1) }));
	const { output, error } = await bench.run({ parameters: getForm(), items });
	expect(error).toBeUndefined();
	expect(bench.bodies().map((body) => (body.external_ids as string[]).length)).toEqual([
		50, 50, 18,
	]);
	const json = jsonOf(output[0]);
	expect(json.map(({ external_id: id }) => id)).toEqual(items.map(({ id }) => id));
	expect(json.map(({ found }) => found)).toEqual(
		items.map(({ id }) =>
			['user-001', 'user-002', 'user-003', 'user-004', 'user-005'].includes(id),
		),
	);
	expect(pairedOf(output[0])).toEqual(items.map((_item, item) => ({ item })));
});

test('IDs and aliases stand in requests of their own; an alias nobody has is asked for again alone', async () => {
	const parameters = getForm({
		userIdentifier: '={{ $json.kind }}',
		externalUserId: '={{ $json.id }}',
		aliasName: '={{ $json.alias }}',
		aliasLabel: 'shop',
	});
	const items = [
		{ kind: 'externalUserId', id: 'user-003' },
		{ kind: 'userAlias', alias: 'alias-001' },
		{ kind: 'userAlias', alias: 'nobody' },
	];
	const { output } = await bench.run({ parameters, items });
	const fields = { fields_to_export: [...identifiers, 'email'] };
	const alias = (name: string) => ({ alias_name: name, alias_label: 'shop' });
	expect(bench.bodies()).toEqual([
		{ ...fields, external_ids: ['user-003'] },
		{ ...fields, user_aliases: [alias('alias-001'), alias('nobody')] },
		{ ...fields, user_aliases: [alias('nobody')] },
	]);
	expect(jsonOf(output[0])).toMatchObject([
		{ found: true, external_id: 'user-003' },
		{ found: true, external_id: 'user-001' },
		{ found: false, user_alias: alias('nobody') },
	]);
});

test('a user that Braze gives under another ID than the one asked for is found when asked for alone', async () => {
	stub.answer = { status: 201, body: { message: 'success', users: [{ external_id: 'new-id' }] } };
	const items = [{ id: 'old-id' }, { id: 'new-id' }];
	const { output } = await bench.run({ parameters: getForm(), items, url: stub.url });
	expect(stub.asked.map(({ body }) => (JSON.parse(body) as IDataObject).external_ids)).toEqual([
		['old-id', 'new-id'],
		['old-id'],
	]);
	expect(jsonOf(output[0])).toEqual([
		{ found: true, matches: 1, external_id: 'new-id' },
		{ found: true, matches: 1, external_id: 'new-id' },
	]);
});

test('an address is asked for alone, and several users with it are told', async () => {
	stub.answer = {
		status: 201,
		body: { message: 'success', users: [{ external_id: 'a' }, { external_id: 'b' }] },
	};
	const parameters = getForm({ userIdentifier: 'email', email: '={{ $json.email }}' });
	const items = [{ email: 'user-001@example.com' }, { email: 'user-002@example.com' }];
	const { output } = await bench.run({ parameters, items, url: stub.url });
	expect(stub.asked.map(({ body }) => (JSON.parse(body) as IDataObject).email_address)).toEqual(
		items.map(({ email }) => email),
	);
	expect(jsonOf(output[0])).toEqual(
		['a', 'b', 'a', 'b'].map((id) => ({ found: true, matches: 2, external_id: id })),
	);
});

test.each<[string, IDataObject, IDataObject]>([
	['a Braze ID', { userIdentifier: 'brazeId', brazeId: 'b00000000000000000000002' }, {}],
	['an address', { userIdentifier: 'email', email: 'USER-002@example.com' }, {}],
])('%s finds its user', async (_what, form) => {
	const { output } = await bench.run({ parameters: getForm(form), items: [{}] });
	expect(jsonOf(output[0])).toMatchObject([{ found: true, external_id: 'user-002' }]);
});

test('not found is a failure where that is asked for', async () => {
	const { output } = await bench.run({
		parameters: getForm({ options: { failWhereNotFound: true } }),
		items: [{ id: 'user-001' }, { id: 'user-000' }],
		node: { onError: 'continueErrorOutput' },
	});
	expect(pairedOf(output[0])).toEqual([{ item: 0 }]);
	expect(pairedOf(output[1])).toEqual([{ item: 1 }]);
	expect(JSON.stringify(output[1])).toContain('Braze knows no user with');
});

test('an answer without a list of users gives none', async () => {
	const items = [{ id: 'user-001' }];
	const parameters = getForm({ options: { maxAttempts: 1 } });
	for (const users of [{ external_id: 'user-001' }, 'none', null]) {
		stub.answer = { status: 201, body: { message: 'success', users } };
		const { error } = await bench.run({ parameters, items, url: stub.url });
		expect(shownBy(error)).toContain("without 'users'");
	}
});

test('where nobody is found the list of IDs that are nobody says so', async () => {
	stub.answer = { status: 201, body: { message: 'success', invalid_user_ids: ['user-001'] } };
	const items = [{ id: 'user-001' }];
	const { output } = await bench.run({ parameters: getForm(), items, url: stub.url });
	expect(jsonOf(output[0])).toEqual([{ found: false, external_id: 'user-001' }]);
});

test('everything that the documents name can be asked for', async () => {
	const fieldsToExport = ['campaigns_received', 'canvases_received', 'cards_clicked'];
	const parameters = getForm({ fieldsToExport });
	const { error } = await bench.run({ parameters, items: [{ id: 'user-001' }] });
	expect(error).toBeUndefined();
	expect(bench.bodies()).toMatchObject([{ fields_to_export: [...identifiers, ...fieldsToExport] }]);
});

test('a device is asked for alone', async () => {
	const push_tokens = [{ app_id: 'app', token: 't', device_id: 'device-001' }];
	await bench.run({ parameters: fieldsForm(), items: [{ id: 'user-002', push_tokens }] });
	const parameters = getForm({ userIdentifier: 'deviceId', deviceId: '={{ $json.device }}' });
	const items = ['device-001', 'device-002'].map((device) => ({ device }));
	const { output } = await bench.run({ parameters, items });
	expect(bench.bodies().slice(1)).toMatchObject(
		items.map(({ device }) => ({ device_id: device, fields_to_export: [...identifiers, 'email'] })),
	);
	expect(jsonOf(output[0])).toMatchObject([
		{ found: true, external_id: 'user-002' },
		{ found: false, device_id: 'device-002' },
	]);
});
