import type { IDataObject } from 'n8n-workflow';

import {
	campaignForm,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	userId,
	userItems,
	listForm,
} from './support.cts';

const bench = openBench();

describe('a send that names no data of the items', () => {
	test.each<[string, IDataObject]>([
		['a list of users', listForm()],
		[
			'one user, beside the time',
			messageForm({ externalUserId: userId(1), smsBody: "={{ $now }} o'clock" }),
		],
	])('is sent once for all of them: %s', async (_what, parameters) => {
		const { output, hints } = await bench.run({ parameters, items: userItems(3) });
		expect(bench.bodies()).toHaveLength(1);
		expect(pairedOf(output[0])).toEqual(ownPairs(3));
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/sent once for all 3\. .* Repeat for Each Item$/),
		]);
	});

	test('is sent for each where that is wanted', async () => {
		const { output } = await bench.run({
			parameters: listForm({ repeatForEachItem: true }),
			items: userItems(3),
		});
		expect(bench.sandbox.deliveries).toHaveLength(6);
		expect(pairedOf(output[0])).toEqual(ownPairs(3));
	});

	test('in the dry run, too, paired with all', async () => {
		const { output } = await bench.run({
			parameters: listForm({ dryRun: true }),
			items: userItems(3),
		});
		expect(pairedOf(output[0])).toEqual([ownPairs(3)]);
	});
});

describe('equal rows', () => {
	const rows = [userId(1), userId(2), userId(1), userId(1)].map((id) => ({ id }));

	test('are sent each, and counted', async () => {
		const { hints } = await bench.run({ parameters: messageForm(), items: rows });
		expect(bench.sandbox.deliveries).toHaveLength(4);
		expect(hints[0].message).toMatch(/^2 items asked for the same message to the same user/);
		for (const { message } of hints) expect(message).not.toContain('because the message differs');
	});

	test('are sent once where that is wanted', async () => {
		const { output, hints } = await bench.run({
			parameters: messageForm({ options: { skipEqualMessages: true } }),
			items: rows,
		});
		expect(bench.sandbox.deliveries.map(({ userId: user }) => user).sort()).toEqual([
			userId(1),
			userId(2),
		]);
		expect(pairedOf(output[0])).toEqual(ownPairs(4));
		expect(hints[0].message).toMatch(/it was sent once$/);
	});

	test('of one user with another message are no equal rows', async () => {
		await bench.run({
			parameters: messageForm({
				smsBody: '={{ $json.text }}',
				options: { skipEqualMessages: true },
			}),
			items: [
				{ id: userId(1), text: 'a' },
				{ id: userId(1), text: 'b' },
				{ id: userId(1), text: 'a' },
			],
		});
		expect(bench.sandbox.deliveries).toHaveLength(2);
	});
});

test('one user with other properties of his own waits, and not because the message differs', async () => {
	const { hints } = await bench.run({
		parameters: campaignForm({
			recipientTriggerPropertiesSource: 'json',
			recipientTriggerPropertiesJson: '={{ { place: $itemIndex } }}',
		}),
		items: [userId(1), userId(1), userId(1)].map((id) => ({ id })),
	});
	expect(bench.sandbox.deliveries).toHaveLength(3);
	expect(hints.map(({ message }) => message)).toEqual([
		'2 requests waited for the answer to an earlier one, because items name the same user again, and a request names each once',
	]);
});
