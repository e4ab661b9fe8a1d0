import type { IDataObject } from 'n8n-workflow';

import { catalog, itemForm, mapping } from './catalogForms.cts';
import { byId, failuresIn, openBench, toErrorOutput, type Parameters } from './support.cts';

const bench = openBench();

/** What becomes of values of items, each of them refused. */
async function refusals(parameters: Parameters, values: unknown[]): Promise<string[]> {
	const items = values.map((v, index) => ({ id: `odd-${index}`, v })) as IDataObject[];
	const run = await bench.run({ parameters, items, node: toErrorOutput });
	expect(bench.sandbox.requests).toEqual([]);
	const failures = failuresIn(run.output[1]);
	expect(failures).toHaveLength(values.length);
	return failures;
}

const typed = (field: string): Parameters =>
	itemForm('update', {
		catalogName: catalog('restaurants'),
		itemFieldsSource: 'catalogFields',
		itemFields: mapping({ [field]: '={{ $json.v }}' }),
	});

const sdkKey: Parameters = {
	resource: 'sdkAuthenticationKey',
	operation: 'create',
	appId: 'app-1',
	rsaPublicKeyStr: '={{ $json.v }}',
	description: 'Key',
};

const report = (range: Parameters): Parameters => ({
	resource: 'campaign',
	operation: 'getStatistics',
	campaignId: byId('campaign-1'),
	...range,
});

describe('Values that are not what they seem', () => {
	test('a number whose last digits would be lost, and one that is none', async () => {
		const [long, signed, none] = await refusals(typed('Rating'), [
			'12345678901234567891',
			'+9007199254740993',
			NaN,
		]);
		expect(long).toContain('is the number 12345678901234567891, whose last digits would be lost');
		expect(signed).toContain('whose last digits would be lost');
		expect(none).toContain('must be a number but is "NaN"');
	});

	test('a place that is written as another system does', async () => {
		const values = [{ lat: 1, lng: 2 }, 'POINT(1 2)', [null, null], '40.78 -73.98', NaN];
		for (const failure of await refusals(typed('Location'), values)) {
			expect(failure).toContain(
				"'Item Fields > Location' is no point. Give longitude and latitude",
			);
		}
	});

	test('JSON that gives the ID of the item again', async () => {
		const form = itemForm('upsert', { itemFieldsJson: '={{ $json }}' });
		const [failure] = await refusals(form, [1]);
		expect(failure).toContain(
			`'Item Fields JSON' holds "id", which another field of the form gives`,
		);
	});

	test('a private key, and a key whose lines end with a backslash and an n', async () => {
		const failures = await refusals(sdkKey, [
			'-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----',
			'-----BEGIN RSA PRIVATE KEY-----c2VjcmV0',
			'-----BEGIN PUBLIC KEY-----\\nabc\\n-----END PUBLIC KEY-----',
		]);
		expect(failures[0]).toContain("'RSA Public Key' is a private key");
		expect(failures[1]).toContain("'RSA Public Key' is a private key");
		expect(failures.join()).not.toContain('c2VjcmV0');
		expect(failures[2]).toContain('\\n as two characters');
	});

	test('a range of days that no report has', async () => {
		const days = report({ dateRange: 'lastDays', days: '={{ $json.v }}' });
		const dates = report({ dateRange: 'dates', startDate: '={{ $json.v }}', endDate: '' });
		const [[long], [early]] = [
			await refusals(days, [1767225600]),
			await refusals(dates, ['1900-01-01']),
		];
		expect(long).toContain("'Days' is 1767225600. Enter 1 to 7300");
		expect(early).toContain("'Start Date' is 1900-01-01");
	});
});

describe('Entries of a list in quotes, as tables write them', () => {
	test.each([
		['"user-001","user-002"', ['user-001', 'user-002']],
		['"user-001" , user-002', ['user-001', 'user-002']],
		['"user-001"\r\n"user-002"', ['user-001', 'user-002']],
		['"a, b", c', ['a, b', 'c']],
		['"say ""hi""",c', ['say "hi"', 'c']],
		['27" screen, 5" screen', ['27" screen', '5" screen']],
		['"a" b, "c', ['"a" b', '"c']],
	])('%s', async (v, list) => {
		await bench.run({ parameters: typed('Top_Dishes'), items: [{ id: 'odd', v }] });
		expect(bench.bodies()).toEqual([{ items: [{ id: 'odd', Top_Dishes: list }] }]);
	});

	test('users of a list', async () => {
		await bench.run({
			parameters: {
				resource: 'message',
				operation: 'send',
				sendTo: 'userList',
				externalUserIds: '"user-001","user-002"',
				channels: ['sms'],
				smsSubscriptionGroupId: 'group-1',
				smsBody: 'Hi',
				smsAppId: 'app-1',
			},
		});
		expect(bench.bodies()).toMatchObject([{ external_user_ids: ['user-001', 'user-002'] }]);
	});
});
