import { readExamples } from '../../demo/readExamples.cts';
import {
	callbackUrl,
	contentTag,
	pointAt,
	triggersOf,
	webhookMessage,
} from '../../playground/braze.cts';
import type { Sandbox } from '../../sandbox/sandbox.cts';
import { startSandbox } from '../../sandbox/sandbox.cts';
import { FULL_KEY } from '../../sandbox/keys.cts';
import {
	closeListenersAfterEach,
	currents,
	inQuery,
	itemsOf,
	listen,
	SECRET,
	workflowOf,
} from './support.cts';

closeListenersAfterEach();

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

async function send(messages: object): Promise<void> {
	const response = await fetch(`${sandbox.url}/messages/send`, {
		method: 'POST',
		headers: { authorization: `Bearer ${FULL_KEY}`, 'content-type': 'application/json' },
		body: JSON.stringify({ external_user_ids: ['user-001', 'user-002'], messages }),
	});
	expect(response.status).toBe(201);
}

const SMS = { subscription_group_id: 'group-1', app_id: 'app-1', body: 'Hi' };

/** Has everything sent that waits, and everything ended that it starts. */
async function settle(listener: { settled(): Promise<void> }): Promise<void> {
	sandbox.clock.advance(1000);
	await sandbox.sender.wire.settled();
	await listener.settled();
}

test('an SMS that arrives and its reply come out of the trigger as items of batches', async () => {
	const listener = await listen(
		workflowOf(
			currents({ events: ['users.messages.sms.Delivery', 'users.messages.sms.InboundReceive'] }),
		),
	);
	sandbox.sender.useCurrents({ url: listener.url, token: SECRET });
	await send({ sms: SMS });
	await settle(listener);
	sandbox.sender.act(sandbox.deliveries[1], 'reply', 'When?');
	await settle(listener);

	const [delivered, replied] = itemsOf(listener);
	expect(delivered.map(({ event_type: type, user }) => [type, user])).toEqual([
		['users.messages.sms.Delivery', expect.objectContaining({ external_user_id: 'user-001' })],
		['users.messages.sms.Delivery', expect.objectContaining({ external_user_id: 'user-002' })],
	]);
	expect(replied).toEqual([
		expect.objectContaining({
			event_type: 'users.messages.sms.InboundReceive',
			user: expect.objectContaining({ external_user_id: 'user-002' }),
			properties: expect.objectContaining({ message_body: 'When?' }),
			time_iso: expect.stringMatching(/Z$/),
		}),
	]);
	// the probe, the sends and the reply
	expect(sandbox.sender.sent.map(({ status, outcome }) => [status, outcome])).toEqual([
		[200, 'probe'],
		[200, 'delivered'],
		[200, 'delivered'],
	]);
});

test('a wrong token stops the Current, and starts nothing', async () => {
	const listener = await listen(workflowOf(currents()));
	sandbox.sender.useCurrents({ url: listener.url, token: 'wrong' });
	await send({ sms: SMS });
	await settle(listener);
	expect(sandbox.sender.states[0]).toMatchObject({ state: 'stopped', lost: 6 });
	expect(listener.executions).toEqual([]);
});

test('a webhook message starts an execution for each user', async () => {
	const listener = await listen(workflowOf(inQuery('webhookMessage', { httpMethod: 'POST' })));
	await send({
		webhook: {
			url: `${listener.url}?secret=${SECRET}`,
			request_method: 'POST',
			request_headers: { 'Content-Type': 'application/json' },
			body: '{"user_id": "{{${user_id} | json_escape}}"}',
		},
	});
	await settle(listener);
	expect(
		itemsOf(listener)
			.flat()
			.map(({ user_id: id }) => id)
			.sort(),
	).toEqual(['user-001', 'user-002']);
});

test('a postback of each state comes, and a chosen one starts', async () => {
	const parameters = inQuery('transactionalEmailPostback', { statuses: ['bounced'] });
	const listener = await listen(workflowOf(parameters));
	sandbox.sender.usePostbacks(`${listener.url}?secret=${SECRET}`);
	sandbox.sender.transactional({
		dispatchId: 'd'.repeat(32),
		campaignId: sandbox.seed.campaigns[0].id,
		outcome: 'bounced',
		reason: '550 no such mailbox',
	});
	await settle(listener);
	expect(sandbox.sender.sent.map(({ status }) => status)).toEqual([200, 200, 200]);
	expect(itemsOf(listener)).toEqual([[expect.objectContaining({ status: 'bounced' })]]);
});

test('a workflow answers while a message is rendered', async () => {
	const listener = await listen(workflowOf(inQuery('connectedContent', { httpMethod: 'GET' })));
	const tag = `{% connected_content ${listener.url}?secret=${SECRET}&user_id={{\${user_id}}} :save reply %}`;
	await send({ sms: { ...SMS, body: `${tag}For {{reply.user_id}}` } });
	await settle(listener);
	expect(sandbox.deliveries.map(({ rendered }) => (rendered as { body: string }).body)).toEqual([
		'For user-001',
		'For user-002',
	]);
});

test.each(readExamples().filter(({ workflow }) => triggersOf([workflow], '').length > 0))(
	'the playground points the sandbox at $file',
	async ({ workflow }) => {
		const listener = await listen(workflow);
		const triggers = triggersOf([workflow], new URL(listener.url).origin);
		pointAt(sandbox, triggers);
		await settle(listener);
		const answered = () => sandbox.sender.sent.map(({ status }) => status);
		switch (triggers[0].source) {
			case 'currents':
				// the probe
				expect(answered()).toEqual([200]);
				break;
			case 'transactionalEmailPostback':
				sandbox.sender.transactional({ dispatchId: 'd'.repeat(32), campaignId: 'c' });
				await settle(listener);
				expect(answered()).toEqual([200, 200, 200]);
				break;
			case 'webhookMessage':
				await send({ webhook: webhookMessage(triggers) });
				await settle(listener);
				expect(answered()).toEqual([200, 200]);
				break;
			case 'segmentExport':
				sandbox.sender.callback(String(callbackUrl(triggers, 'x')), { success: true }, () => {});
				await settle(listener);
				expect(itemsOf(listener)).toEqual([[{ success: true, export: 'x' }]]);
				break;
			default:
				await send({ sms: { ...SMS, body: `${contentTag(triggers)}{{reply.code}}` } });
				await settle(listener);
				expect(sandbox.deliveries.map(({ rendered }) => rendered)).toMatchObject([
					{ body: 'WELCOME-001' },
					{ body: 'WELCOME-002' },
				]);
		}
	},
);
