import { operations } from '../nodes/Braze/endpoints/index.ts';
import { shareWorld } from './world.cts';

const world = shareWorld();

const ofChannels = (label: string): boolean => /^(Email|SMS|Channels)/.test(label);

test.each(['braze', 'push', 'campaign'])('the node panel finds the node by "%s"', async (words) => {
	const { editor } = world;
	await editor.newWorkflow();
	await editor.searchNodes(words);
	await editor.item('Braze$').waitFor();
});

test('the node panel lists every operation as an action', async () => {
	const { editor } = world;
	await editor.newWorkflow();
	await editor.openActions();
	await editor.screenshot('node-panel');
	const entries = editor.page.locator('[data-test-id=node-creator-item-name]');
	// n8n draws a long list bit by bit
	await entries.nth(operations.length).waitFor({ state: 'attached' });
	const listed = (await entries.allInnerTexts()).map((entry) => entry.trim());
	expect(operations.map(({ action }) => action).filter((each) => !listed.includes(each))).toEqual(
		[],
	);
});

test('a channel shows its fields, and nothing of it is left when the selectors are switched', async () => {
	const { editor } = world;
	const { form } = editor;
	await editor.newWorkflowWith('Send message');
	await form.chooseAll('channels', ['Email', 'SMS']);
	expect(await form.shown()).toEqual(
		expect.arrayContaining(['Email From', 'Email Body', 'Email Fields', 'SMS Body', 'SMS Fields']),
	);
	await form.choose('audience', 'Build');

	await form.choose('resource', 'Schedule');
	expect(await form.value('operation')).toBe('Create Message');
	expect(await form.shown()).toEqual(expect.arrayContaining(['Email From', 'SMS Body', 'Time']));

	await form.choose('operation', 'Create Campaign Trigger');
	const schedule = await form.shown();
	expect(schedule).toEqual(
		expect.arrayContaining(['Campaign', 'Send To', 'Audience Filters', 'Time', 'Delivery']),
	);
	expect(schedule.filter(ofChannels)).toEqual([]);

	await form.choose('resource', 'Message');
	expect(await form.value('operation')).toBe('Send');
	await form.chooseAll('channels', ['Email', 'SMS']);
	await form.choose('resource', 'Campaign Trigger');
	const campaign = await form.shown();
	expect(campaign).toEqual(expect.arrayContaining(['Campaign', 'Send To', 'Audience Filters']));
	expect(campaign.filter(ofChannels)).toEqual([]);

	await form.choose('resource', 'Schedule');
	expect((await form.shown()).filter(ofChannels)).toEqual(['Channels']);

	await form.choose('operation', 'Delete Message');
	const reference = ['Resource', 'Operation', 'Schedule ID', 'Options'];
	expect(await form.shown()).toEqual(reference);

	await form.choose('operation', 'Delete Canvas Trigger');
	expect(await form.shown()).toEqual([...reference.slice(0, 2), 'Canvas', ...reference.slice(2)]);

	await form.choose('resource', 'Send ID');
	expect(await form.shown()).toEqual(['Resource', 'Operation', 'Campaign', 'Send ID', 'Options']);
	expect(await form.value('operation')).toBe('Create');

	await form.choose('resource', 'Scheduled Broadcast');
	expect(await form.shown()).toEqual([
		'Resource',
		'Operation',
		'End Time',
		'Return All',
		'Limit',
		'Options',
	]);
	expect(await form.value('operation')).toBe('Get Many');

	await form.choose('resource', 'Message');
	expect(await form.value('operation')).toBe('Send');
});

test('a message is filled by clicking, with Liquid, sent, and arrives', async () => {
	const { editor, sandbox } = world;
	const { form } = editor;
	await editor.newWorkflowWith('Send message');
	await form.type('externalUserId', 'user-001');
	await form.chooseAll('channels', ['SMS']);
	await form.type('smsSubscriptionGroupId', 'group-001');
	await form.type('smsBody', "Hi [[${first_name} | default: 'there']]");
	await form.type('smsAppId', 'app-001');
	await editor.executeStep();
	await editor.screenshot('message-sent');
	expect(await editor.output()).toContain('success');
	expect(await sandbox.posts()).toEqual([
		{
			path: '/messages/send',
			body: {
				external_user_ids: ['user-001'],
				messages: {
					sms: {
						app_id: 'app-001',
						subscription_group_id: 'group-001',
						body: "Hi {{${first_name} | default: 'there'}}",
					},
				},
			},
		},
	]);
});
