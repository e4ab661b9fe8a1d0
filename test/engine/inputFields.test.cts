import type { IDataObject } from 'n8n-workflow';

import { campaignForm, openBench } from './support.cts';

const bench = openBench();

const item: IDataObject = {
	id: 'user-001',
	'First Name': 'Ann',
	'a.b': 1,
	customer: { name: 'Ann', ssn: '1', address: { city: 'Bonn' } },
	items: [{ sku: 'a' }, { sku: 'b' }],
};

const run = async (source: string, names: string, items: IDataObject[] = [item], mode = {}) =>
	await bench.run({
		parameters: campaignForm({
			triggerPropertiesSource: source,
			triggerPropertiesInputFields: names,
		}),
		items,
		...mode,
	});
const properties = (): unknown => (bench.onlyRequest().body as IDataObject).trigger_properties;

test.each<[string, unknown]>([
	['customer.name', { customer: { name: 'Ann' } }],
	["['First Name'], a.b", { 'First Name': 'Ann', 'a.b': 1 }],
	['["First Name"]', { 'First Name': 'Ann' }],
	[
		'customer.address.city, customer.name',
		{ customer: { address: { city: 'Bonn' }, name: 'Ann' } },
	],
	['$json.customer.name', { customer: { name: 'Ann' } }],
	['$json["First Name"]', { 'First Name': 'Ann' }],
	['items[0].sku', { items: [{ sku: 'a' }] }],
])('%s is read as n8n reads it', async (names, picked) => {
	const { error } = await run('selectedInputFields', names);
	expect(error).toBeUndefined();
	expect(properties()).toEqual(picked);
});

test('what is left out by its path does not leave', async () => {
	await run('inputFieldsExcept', "customer.ssn, ['First Name'], items[1]");
	expect(properties()).toEqual({
		id: 'user-001',
		'a.b': 1,
		customer: { name: 'Ann', address: { city: 'Bonn' } },
		items: [{ sku: 'a' }],
	});
	expect(item.customer).toHaveProperty('ssn');
});

test.each(['customer.Name', 'first name', 'firstname', 'a b', 'ssn', 'address.city'])(
	'%s is nearly a field of the item, which is told',
	async (names) => {
		const { error } = await run('inputFieldsExcept', names);
		expect(error?.message).toContain('which the item does not have');
		expect(bench.sandbox.requests).toEqual([]);
	},
);

test('a field further inside is told where the named ones are wanted', async () => {
	const { error, hints } = await run('selectedInputFields', 'id, ssn');
	expect(error).toBeUndefined();
	expect(JSON.stringify(hints)).toContain(
		'names \\"ssn\\", which no input item has; one has customer.ssn',
	);
	expect(properties()).toEqual({ id: 'user-001' });
});

test('a name that no item has is a hint', async () => {
	const { error, hints } = await run('inputFieldsExcept', 'nothing');
	expect(error).toBeUndefined();
	expect(JSON.stringify(hints)).toContain('which no input item has');
});
