import type { IDataObject } from 'n8n-workflow';

import { consentBench } from '../consentSeed.cts';
import { failuresIn, openBench, toErrorOutput, userItems } from '../support.cts';

const NEWSLETTER = '5b000000-0000-4000-8000-00000000000a';

const bench = openBench(consentBench);

const ofUser: IDataObject = {
	resource: 'subscriptionGroup',
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.id }}',
};

test.each([
	['another state', 'unsubscribed', NEWSLETTER],
	['the same state', 'subscribed', NEWSLETTER],
	['capital letters', 'unsubscribed', ` ${NEWSLETTER.toUpperCase()}`],
])('a group that a form names twice is refused: %s', async (_what, state, again) => {
	const group = [
		{ subscriptionGroupId: NEWSLETTER, subscriptionState: 'subscribed' },
		{ subscriptionGroupId: 'group-2', subscriptionState: 'subscribed' },
		{ subscriptionGroupId: again, subscriptionState: state },
	];
	const { error } = await bench.run({
		parameters: { ...ofUser, operation: 'setStatus', subscriptionGroups: { group } },
		items: userItems(1),
	});
	expect(error?.message).toContain(`'Subscription Groups 3' names the group`);
	expect(bench.sandbox.requests).toEqual([]);
});

test('a group that Braze does not know is told of as Braze does, and not as a user that it left out', async () => {
	const { output } = await bench.run({
		parameters: { ...ofUser, operation: 'getStatus', subscriptionGroupId: 'group-unknown' },
		items: userItems(2),
		node: toErrorOutput,
	});
	const failures = failuresIn(output[1]);
	expect(failures).toHaveLength(2);
	for (const failure of failures) {
		expect(failure).toContain('Invalid subscription group ID');
		expect(failure).not.toContain('the answer does not name it');
	}
});
