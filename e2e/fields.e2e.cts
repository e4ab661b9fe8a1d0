import { DateTime } from 'luxon';

import { saveWithItems } from '../playground/workflows.cts';
import { shareWorld } from './world.cts';

/** The time zone of a workflow where neither n8n nor the workflow says otherwise. */
const N8N_ZONE = 'America/New_York';

const world = shareWorld();

test('Add Field offers what fits: Apple Push by its alert, WhatsApp by its message type', async () => {
	const { form } = world.editor;
	await world.editor.newWorkflowWith('Send message');
	await form.chooseAll('channels', ['Apple Push', 'WhatsApp']);

	expect(await form.fieldsOf('applePushFields')).not.toContain('Title Localization Key');
	await form.choose('applePushAlertType', 'Title and Text');
	expect(await form.shown()).toEqual(
		expect.arrayContaining(['Apple Push Title', 'Apple Push Body']),
	);
	expect(await form.fieldsOf('applePushFields')).toContain('Title Localization Key');
	await form.choose('applePushAlertType', 'None (Silent)');
	const silent = await form.fieldsOf('applePushFields');
	expect(silent).not.toContain('Title Localization Key');
	expect(silent).not.toContain('Content Available');

	const ofTypes: Array<[type: string, offered: string, not: string]> = [
		['Template', 'Header Variable', 'Footer'],
		['Quick Reply', 'Footer', 'Header Variable'],
		['Text and Image Reply', 'Caption', 'Footer'],
		['Text Reply', 'Preview URL', 'Caption'],
	];
	for (const [type, offered, not] of ofTypes) {
		await form.choose('whatsAppMessageType', type);
		const fields = await form.fieldsOf('whatsAppFields');
		expect(fields).toContain(offered);
		expect(fields).not.toContain(not);
	}
});

test('a field that was added goes from the screen when its rule no longer holds', async () => {
	const { form } = world.editor;
	await world.editor.newWorkflowWith('Send message');
	await form.chooseAll('channels', ['Apple Push']);
	await form.choose('applePushAlertType', 'Title and Text');
	await form.addField('applePushFields', 'Title Localization Key');
	expect(await form.shown()).toContain('Title Localization Key');
	await form.choose('applePushAlertType', 'Text');
	expect(await form.shown()).not.toContain('Title Localization Key');
});

test('pairs are dragged from the input or typed, and keep their types', async () => {
	const { editor, client, sandbox } = world;
	const { form } = editor;
	const id = await saveWithItems(client, 'Pairs', [
		{ external_user_id: 'user-001', order_id: 4711, 'size [EU]': 42 },
	]);
	await editor.openWorkflow(id);
	await editor.appendAction('Send campaign trigger');
	await form.pick('campaignId', 'Price drop');
	await form.choose('recipientTriggerPropertiesSource', 'Key-Value Pairs');
	await form.dragPair('order_id', 'recipientTriggerProperties');
	await form.dragPair('size [EU]', 'recipientTriggerProperties');
	await form.choose('triggerPropertiesSource', 'Key-Value Pairs');
	await form.addPair('triggerProperties', 'season', 'winter');
	await form.dragInto('external_user_id', 'externalUserId');
	await editor.screenshot('pairs');
	await editor.executeStep();
	expect(await sandbox.posts()).toEqual([
		{
			path: '/campaigns/trigger/send',
			body: expect.objectContaining({
				recipients: [
					{
						external_user_id: 'user-001',
						trigger_properties: { order_id: 4711, 'size [EU]': 42 },
					},
				],
				trigger_properties: { season: 'winter' },
			}),
		},
	]);
});

test('a date from the calendar means the time zone of the workflow', async () => {
	const { editor, sandbox } = world;
	const { form } = editor;
	await editor.newWorkflowWith('Schedule message');
	await form.type('externalUserId', 'user-001');
	await form.chooseAll('channels', ['Web Push']);
	await form.type('webPushTitle', 'Sale');
	await form.type('webPushAlert', 'Today only');
	await form.pickDate('time', '09:30:00');
	const picked = await form.value('time');
	await editor.screenshot('schedule');
	await editor.executeStep();
	expect(await editor.output()).toContain('schedule_id');

	const [{ body }] = (await sandbox.posts()) as Array<{ body: { schedule: { time: string } } }>;
	expect(picked).toMatch(/-15 09:30:00$/);
	expect(DateTime.fromISO(body.schedule.time).toMillis()).toBe(
		DateTime.fromSQL(picked, { zone: N8N_ZONE }).toMillis(),
	);
});
