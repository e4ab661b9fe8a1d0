import type { IDataObject } from 'n8n-workflow';

import { credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { prepareWorkflow, runFrom } from '../../engine/engine.cts';
import { campaignForm, FULL_KEY, openBench } from './support.cts';

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

test('what other runs found of an item, with others beside it, is not told of this one', async () => {
	const parameters = campaignForm({
		triggerPropertiesSource: 'selectedInputFields',
		triggerPropertiesInputFields: 'id, plan',
	});
	const prepared = await prepareWorkflow(sourceAndBraze(parameters), {
		credentials: credentialsFor(bench.sandbox.url, FULL_KEY),
	});
	const [, node] = prepared.exported.nodes;
	// n8n hands the same objects to every node and to every turn of a loop
	const first = { json: { id: 'user-001' } };
	const second = { json: { id: 'user-002', plan: 'gold' } };
	const told: boolean[] = [];
	for (const data of [[first], [first, second], [first]]) {
		const { error, nodes } = await runFrom(prepared, { node, data: [data], mode: 'manual' });
		expect(error).toBeUndefined();
		told.push(JSON.stringify(nodes.Braze.hints).includes('which no input item has'));
	}
	expect(told).toEqual([true, false, true]);
});
