import type { IDataObject } from 'n8n-workflow';

import { consentBench, groups } from './consentSeed.cts';
import { jsonOf, openBench, userItems, type Parameters, shownBy } from './support.cts';

const NEWSLETTER = '5b000000-0000-4000-8000-000000000001';
const TEXTS = '5b000000-0000-4000-8000-000000000003';

const bench = openBench(consentBench);

const setStatus = (state: string, more: Parameters = {}): Parameters => ({
	resource: 'subscriptionGroup',
	operation: 'setStatus',
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.id }}',
	subscriptionGroups: { group: [{ subscriptionGroupId: NEWSLETTER, subscriptionState: state }] },
	...more,
});

const getStatus = (more: Parameters = {}): Parameters => ({
	resource: 'subscriptionGroup',
	operation: 'getStatus',
	subscriptionGroupId: NEWSLETTER,
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.id }}',
	...more,
});

const inGroups = (body: IDataObject) => body.subscription_groups as IDataObject[];

const userCounts = () =>
	bench
		.bodies()
		.map((body) =>
			inGroups(body).map(
				({ external_ids: ids, emails, phones }) =>
					[ids, emails, phones].flatMap((each) => (each as []) ?? []).length,
			),
		);

describe('Subscription groups', () => {
	test('60 users of one state go in two requests of one group each', async () => {
		const { output, error } = await bench.run({
			parameters: setStatus('subscribed'),
			items: userItems(60),
		});
		expect(error).toBeUndefined();
		expect(userCounts()).toEqual([[50], [10]]);
		expect(output[0]).toHaveLength(60);
	});

	test('the users of all groups of a request are counted together', async () => {
		await bench.run({
			parameters: setStatus('subscribed', {
				subscriptionGroups: {
					group: ['group-1', 'group-2'].map((id) => ({
						subscriptionGroupId: id,
						subscriptionState: 'subscribed',
					})),
				},
			}),
			items: userItems(30),
		});
		expect(userCounts()).toEqual([
			[25, 25],
			[5, 5],
		]);
	});

	test('a request has no more than 25 groups', async () => {
		const { error } = await bench.run({
			parameters: setStatus('subscribed', {
				subscriptionGroups: {
					group: [{ subscriptionGroupId: '={{ $json.group }}', subscriptionState: 'subscribed' }],
				},
			}),
			items: groups.map(({ id }) => ({ id: 'user-001', group: id })),
		});
		expect(error).toBeUndefined();
		expect(bench.bodies().map((body) => inGroups(body).length)).toEqual([25, 5]);
	});

	test('a state that is set twice in a run keeps its order, so that the last one stays', async () => {
		await bench.run({
			parameters: setStatus('={{ $json.state }}'),
			items: [
				{ id: 'user-001', state: 'subscribed' },
				{ id: 'user-001', state: 'unsubscribed' },
			],
		});
		expect(bench.bodies().map((body) => inGroups(body)[0].subscription_state)).toEqual([
			'subscribed',
			'unsubscribed',
		]);
		const { output } = await bench.run({ parameters: getStatus(), items: [{ id: 'user-001' }] });
		expect(jsonOf(output[0])[0].subscription_state).toBe('unsubscribed');
	});

	test('addresses and numbers never share a request', async () => {
		const { error } = await bench.run({
			parameters: setStatus('subscribed', {
				userIdentifier: '={{ $json.by }}',
				email: '={{ $json.email }}',
				phone: '={{ $json.phone }}',
				subscriptionGroups: {
					group: [{ subscriptionGroupId: '={{ $json.group }}', subscriptionState: 'subscribed' }],
				},
			}),
			items: [
				{ by: 'email', email: 'user-001@example.com', group: NEWSLETTER },
				{ by: 'phone', phone: '+15550100002', group: TEXTS },
				{ by: 'email', email: 'user-003@example.com', group: NEWSLETTER },
			],
		});
		expect(error).toBeUndefined();
		expect(bench.bodies().map((body) => inGroups(body)[0])).toEqual([
			{
				subscription_group_id: NEWSLETTER,
				subscription_state: 'subscribed',
				emails: ['user-001@example.com', 'user-003@example.com'],
			},
			{ subscription_group_id: TEXTS, subscription_state: 'subscribed', phones: ['+15550100002'] },
		]);
	});

	test('a number that is not in E.164 form is refused before anything is sent', async () => {
		const { error } = await bench.run({
			parameters: setStatus('subscribed', { userIdentifier: 'phone', phone: '0155 501 002' }),
		});
		expect(shownBy(error)).toContain('E.164');
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('double opt-in is asked for where it is on, and not named otherwise', async () => {
		await bench.run({
			parameters: setStatus('subscribed', {
				userIdentifier: 'phone',
				phone: '+15550100001',
				subscriptionGroups: {
					group: [
						{
							subscriptionGroupId: TEXTS,
							subscriptionState: 'subscribed',
							useDoubleOptInLogic: true,
						},
					],
				},
			}),
		});
		expect(inGroups(bench.onlyRequest().body as IDataObject)).toEqual([
			{
				subscription_group_id: TEXTS,
				subscription_state: 'subscribed',
				use_double_opt_in_logic: true,
				phones: ['+15550100001'],
			},
		]);
	});

	test('no group is refused', async () => {
		const { error } = await bench.run({
			parameters: setStatus('subscribed', { subscriptionGroups: {} }),
			items: [{ id: 'user-001' }],
		});
		expect(error?.message).toContain("'Subscription Groups' is empty");
	});

	test('an unknown group fails in the words of Braze', async () => {
		const { error } = await bench.run({
			parameters: getStatus({ subscriptionGroupId: 'no-group' }),
			items: [{ id: 'user-001' }],
		});
		expect(error?.message).toContain('Invalid subscription group ID');
	});

	test('120 users are asked for in three requests, and each item gets its own state as Set Status takes it', async () => {
		await bench.run({ parameters: setStatus('subscribed'), items: [{ id: 'user-070' }] });
		bench.sandbox.requests.length = 0;
		const { output } = await bench.run({ parameters: getStatus(), items: userItems(120) });
		expect(bench.sandbox.requests).toHaveLength(3);
		const states = jsonOf(output[0]);
		expect(states[69]).toEqual({
			external_id: 'user-070',
			subscription_group_id: NEWSLETTER,
			subscription_state: 'subscribed',
		});
		expect(states.filter(({ subscription_state: state }) => state === 'unknown')).toHaveLength(119);
	});

	test('a state that was kept for an address nobody has is told', async () => {
		const parameters = { userIdentifier: 'email', email: 'Later@example.com' };
		await bench.run({ parameters: setStatus('unsubscribed', parameters) });
		const { output } = await bench.run({ parameters: getStatus(parameters) });
		expect(jsonOf(output[0])[0]).toMatchObject({
			email: 'Later@example.com',
			subscription_state: 'unsubscribed',
		});
	});

	test('the groups of a user come with their names; an unknown user is an output of its own', async () => {
		await bench.run({ parameters: setStatus('subscribed'), items: [{ id: 'user-002' }] });
		const { output } = await bench.run({
			parameters: {
				resource: 'subscriptionGroup',
				operation: 'getOfUser',
				userIdentifier: 'externalUserId',
				externalUserId: '={{ $json.id }}',
			},
			items: [{ id: 'user-002' }, { id: 'nobody' }],
		});
		expect(jsonOf(output[0])).toEqual([
			expect.objectContaining({
				found: true,
				external_id: 'user-002',
				subscription_groups: [
					{ id: NEWSLETTER, name: 'Newsletter', channel: 'email', status: 'subscribed' },
				],
			}),
			{ found: false, external_id: 'nobody' },
		]);
	});
});
