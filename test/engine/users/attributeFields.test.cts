import type { IDataObject } from 'n8n-workflow';

import { jsonOf, pairs } from '../support.cts';
import { openAttributes } from './attributes.cts';
import { fieldsForm, upsertForm } from './forms.cts';

const { bench, run, attributes } = openAttributes();

describe('input fields', () => {
	test('profile fields are found whatever their case, custom attributes go as they are', async () => {
		await run(fieldsForm(), [
			{ id: 'user-001', Email: 'USER-001@example.com', Tier: 'gold', PHONE: 32255501 },
		]);
		expect(attributes()).toEqual([
			{
				external_id: 'user-001',
				email: 'USER-001@example.com',
				Tier: 'gold',
				phone: '32255501',
			},
		]);
	});

	test('spaces around the head of a column are not part of the name', async () => {
		await run(fieldsForm(), [
			{ id: 'user-001', ' Email ': 'USER-001@example.com', 'Tier ': 'gold' },
		]);
		expect(attributes()).toEqual([
			{ external_id: 'user-001', email: 'USER-001@example.com', Tier: 'gold' },
		]);
	});

	test('two fields for one profile field are refused', async () => {
		const { error } = await run(fieldsForm(), [
			{ id: 'user-001', email: 'a@example.com', Email: 'b@example.com' },
		]);
		expect(error?.message).toContain('would get email from two input fields, "email" and "Email"');
	});

	test('fields that name the user are left out of all of them, and refused where a person chose them', async () => {
		const all = upsertForm({
			attributesSource: 'inputFields',
			externalUserId: '={{ $json.external_id }}',
		});
		await run(all, [{ external_id: 'user-001', external_user_id: 'user-001', tier: 'gold' }]);
		expect(attributes()).toEqual([{ external_id: 'user-001', tier: 'gold' }]);
		const { error } = await run(
			upsertForm({ attributesSource: 'selectedInputFields', attributesInputFields: 'braze_id' }),
			[{ id: 'user-001', braze_id: 'b1' }],
		);
		expect(error?.message).toContain('hold "braze_id", which names the user');
	});

	test('times inside objects are told, by their own kind or by name', async () => {
		await run(fieldsForm({ additionalFields: { nestedTimes: 'cars.bought' } }), [
			{ id: 'user-001', cars: [{ bought: '2024-02-03', sold: '2025-02-03' }], since: '2024-02-03' },
		]);
		expect(attributes()).toEqual([
			{
				external_id: 'user-001',
				cars: [{ bought: { $time: '2024-02-03' }, sold: '2025-02-03' }],
				since: '2024-02-03',
			},
		]);
	});

	test.each([
		['send', { external_id: 'user-001', tier: '' }],
		['leave', { external_id: 'user-001' }],
		['remove', { external_id: 'user-001', tier: null }],
	])('an empty text: %s', async (emptyTexts, wire) => {
		await run(fieldsForm({ additionalFields: { emptyTexts } }), [{ id: 'user-001', tier: '' }]);
		expect(attributes()).toEqual([wire]);
	});
});

test('pairs: null removes, missing is left alone', async () => {
	const { error } = await run(
		upsertForm({
			attributesSource: 'pairs',
			attributes: pairs(
				['gone', '={{ $json.gone }}', 'string'],
				['missing', '={{ $json.missing }}', 'string'],
			),
		}),
		[{ id: 'user-001', gone: null }],
	);
	expect(error).toBeUndefined();
	expect(attributes()).toEqual([{ external_id: 'user-001', gone: null }]);
});

test('the profile has what was written', async () => {
	const { output } = await run(fieldsForm(), [{ id: 'user-001', first_name: 'Other', orders: 4 }]);
	expect(jsonOf(output[0])).toEqual([
		{ message: 'success', attributes_processed: 1, recipient: { external_id: 'user-001' } },
	]);
	const answer = await fetch(`${bench.sandbox.url}/sandbox/users/user-001`);
	expect(((await answer.json()) as IDataObject).user).toMatchObject({
		first_name: 'Other',
		custom_attributes: { orders: 4, eye_color: 'blue' },
	});
});
