import type { IDataObject } from 'n8n-workflow';

import { failuresIn, NOW, openBench, toErrorOutput } from '../support.cts';
import { fieldsForm } from './forms.cts';

const bench = openBench({ now: NOW });

const NEWSLETTER = '5b000000-0000-4000-8000-000000000001';

/** Each operation with a phone number of the item in `phone`. */
const byPhone: Array<[string, IDataObject]> = [
	['user', { operation: 'upsert', attributesSource: 'rows' }],
	['user', { operation: 'get', fieldsToExport: [] }],
	['user', { operation: 'delete', prioritization: ['identified'] }],
	['user', { operation: 'identify', externalUserId: 'user-001', prioritization: ['identified'] }],
	['subscriptionGroup', { operation: 'getStatus', subscriptionGroupId: NEWSLETTER }],
	['subscriptionGroup', { operation: 'getOfUser' }],
	['phoneNumber', { operation: 'removeInvalid' }],
	['phoneNumber', { operation: 'getInvalid', findBy: 'phoneNumbers', returnAll: true }],
];

describe('a phone number that is the number of nobody is refused', () => {
	test.each(byPhone)('%s %j', async (resource, form) => {
		const phone = '={{ $json.phone }}';
		const { output } = await bench.run({
			parameters: { resource, userIdentifier: 'phone', phone, phoneNumbers: phone, ...form },
			items: ['unknown', '+', '1.55512E+10', '1,5e10'].map((each) => ({ phone: each })),
			node: toErrorOutput,
		});
		const cut = /'Phone(?: Numbers)?' is ".+", of which a spreadsheet has cut the last digits/;
		const none = /'Phone(?: Numbers)?' is ".+", which has no digits/;
		expect(failuresIn(output[1])).toEqual(
			[none, none, cut, cut].map((words) => expect.stringMatching(words)),
		);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('as an attribute', async () => {
		const { output } = await bench.run({
			parameters: fieldsForm(),
			items: ['-', '4.9E+12'].map((phone) => ({ id: 'user-001', phone })),
			node: toErrorOutput,
		});
		expect(failuresIn(output[1])).toEqual([
			expect.stringContaining(`'User Attributes > phone' is "-", which has no digits`),
			expect.stringContaining('has cut the last digits'),
		]);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

describe('a phone number that stands in a run twice, spelled otherwise,', () => {
	const items = ['15550100001', '+1 (555) 010-0001', '+15550100001', '+15550100002'].map(
		(phone) => ({ phone }),
	);

	test('deletes one profile and not the next one too, under the spelling that is sure', async () => {
		await bench.run({
			parameters: {
				resource: 'user',
				operation: 'delete',
				userIdentifier: 'phone',
				phone: '={{ $json.phone }}',
				prioritization: ['identified'],
			},
			items,
		});
		expect(bench.bodies()).toEqual([
			{
				phone_numbers: ['+15550100001', '+15550100002'].map((phone) => ({
					phone,
					prioritization: ['identified'],
				})),
			},
		]);
	});

	test('names the same profile in a merge', async () => {
		const sides = ['merge', 'keep'].map((side) => [
			[`${side}UserIdentifier`, 'phone'],
			[`${side}Phone`, side === 'keep' ? '+1 (555) 010-0001' : '+15550100001'],
			[`${side}Prioritization`, ['identified']],
		]);
		const { error } = await bench.run({
			parameters: {
				resource: 'user',
				operation: 'merge',
				...(Object.fromEntries(sides.flat()) as IDataObject),
			},
		});
		expect(error?.message).toContain("'Keep' names the profile that is to merge");
		expect(bench.sandbox.requests).toEqual([]);
	});
});
