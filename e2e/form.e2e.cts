import { startWorld } from './world.cts';
import type { World } from './world.cts';

let world: World;

beforeAll(async () => {
	world = await startWorld();
});

afterAll(async () => await world?.end());

test.each(['braze', 'push', 'campaign'])('the node panel finds the node by "%s"', async (words) => {
	const { editor } = world;
	await editor.newWorkflow();
	expect(await editor.searchNodes(words)).toContain('Braze');
	if (words === 'braze') await editor.screenshot('node-panel');
});

test('a channel shows its fields, and nothing of it is left when the resource is switched', async () => {
	const { editor } = world;
	await editor.newWorkflow();
	await editor.addAction('Send message');
	await editor.chooseAll('channels', ['Email', 'SMS']);
	expect(await editor.shown()).toEqual(
		expect.arrayContaining(['emailFrom', 'emailBody', 'smsBody']),
	);
	await editor.screenshot('message-form');

	await editor.choose('resource', 'Campaign Trigger');
	const campaign = await editor.shown();
	expect(campaign).toEqual(expect.arrayContaining(['campaignId', 'sendTo']));
	expect(campaign.filter((name) => /^(email|sms|channels)/.test(name))).toEqual([]);

	await editor.choose('resource', 'Schedule');
	await editor.choose('scheduleType', 'Campaign Trigger');
	const schedule = await editor.shown();
	expect(schedule).toEqual(expect.arrayContaining(['campaignId', 'time']));
	expect(schedule.filter((name) => /^(email|sms|channels)/.test(name))).toEqual([]);

	await editor.choose('scheduleType', 'Message');
	expect(await editor.shown()).toEqual(expect.arrayContaining(['emailFrom', 'smsBody', 'time']));

	await editor.choose('operation', 'Delete');
	expect(await editor.shown()).toEqual(['resource', 'operation', 'scheduleType', 'scheduleId']);
});

test('a message is filled by clicking, with Liquid, sent, and arrives', async () => {
	const { editor, sandbox } = world;
	sandbox.requests.length = 0;
	await editor.newWorkflow();
	await editor.addAction('Send message');
	await editor.type('externalUserId', 'user-001');
	await editor.chooseAll('channels', ['SMS']);
	await editor.type('smsSubscriptionGroupId', 'group-001');
	await editor.type('smsBody', "Hi [[${first_name} | default: 'there']]");
	await editor.type('smsAppId', 'app-001');
	await editor.executeStep();
	await editor.screenshot('message-sent');
	expect(await editor.output()).toContain('success');
	expect(sandbox.requests.at(-1)?.body).toEqual({
		external_user_ids: ['user-001'],
		messages: {
			sms: {
				app_id: 'app-001',
				subscription_group_id: 'group-001',
				body: "Hi {{${first_name} | default: 'there'}}",
			},
		},
	});
});
