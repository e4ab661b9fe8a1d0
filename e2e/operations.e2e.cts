import type { Form } from './form.cts';
import { openInbox, shareWorld } from './world.cts';

const world = shareWorld();

/** Opens the form of an operation as its action in the node panel does. */
async function open(action: string): Promise<Form> {
	await world.editor.newWorkflowWith(action);
	return world.editor.form;
}

/** Runs the node. @returns what the output panel shows and what reached the sandbox */
async function run(): Promise<{ output: string; posts: Array<{ path: string; body: unknown }> }> {
	await world.editor.executeStep();
	return { output: await world.editor.output(), posts: await world.sandbox.posts() };
}

test('Message > Send: an email from its own HTML', async () => {
	const form = await open('Send message');
	await form.choose('sendTo', 'List of Users');
	await form.type('externalUserIds', 'user-001, user-002');
	await form.chooseAll('channels', ['Email']);
	await form.type('emailFrom', 'Acme <hello@example.com>');
	await form.type('emailSubject', 'Hello');
	await form.type('emailBody', '<p>Hi [[${first_name}]]</p>');
	await form.type('emailAppId', 'app-001');
	await form.addField('emailFields', 'Preheader');
	await form.type('emailFields.preheader', 'News');
	const { output, posts } = await run();
	expect(output).toContain('success');
	expect(posts).toEqual([
		{
			path: '/messages/send',
			body: {
				external_user_ids: ['user-001', 'user-002'],
				messages: {
					email: {
						app_id: 'app-001',
						from: 'Acme <hello@example.com>',
						subject: 'Hello',
						body: '<p>Hi {{${first_name}}}</p>',
						preheader: 'News',
					},
				},
			},
		},
	]);
	expect((await world.sandbox.deliveries()).map(({ userId }) => userId)).toHaveLength(2);
});

test('Campaign Trigger > Send: for everyone in its audience', async () => {
	const form = await open('Send campaign trigger');
	await form.pick('campaignId', 'Price drop');
	await form.choose('sendTo', 'Campaign Audience');
	await form.toggle('broadcast');
	const { output, posts } = await run();
	expect(output).toContain('success');
	expect(posts).toEqual([
		{
			path: '/campaigns/trigger/send',
			body: { campaign_id: 'c0000000-0000-4000-8000-000000000004', broadcast: true },
		},
	]);
});

test('Canvas Trigger > Send: with context as JSON', async () => {
	const form = await open('Send Canvas trigger');
	await form.pick('canvasId', 'Onboarding');
	await form.choose('userIdentifier', 'Email');
	await form.type('email', 'user-001@example.com');
	await form.choose('contextSource', 'JSON');
	await form.type('contextJson', '{ "plan": "gold" }');
	const { output, posts } = await run();
	expect(output).toContain('success');
	expect(posts).toEqual([
		{
			path: '/canvas/trigger/send',
			body: {
				canvas_id: 'ca000000-0000-4000-8000-000000000001',
				recipients: [
					expect.objectContaining({
						email: 'user-001@example.com',
						prioritization: ['identified', 'most_recently_updated'],
					}),
				],
				context: { plan: 'gold' },
			},
		},
	]);
});

test.each([
	['campaign trigger', 'campaigns', 'campaignId', 'Price drop'],
	['Canvas trigger', 'canvas', 'canvasId', 'Onboarding'],
])('Schedule > %s: created, moved and cancelled', async (what, path, picker, name) => {
	const { sandbox, editor } = world;
	const create = await open(`Schedule ${what}`);
	await create.pick(picker, name);
	await create.type('externalUserId', 'user-001');
	await create.pickDate('time', '09:30:00');
	await create.choose('delivery', 'In Local Time');
	expect((await run()).output).toContain('schedule_id');
	const [schedule] = await sandbox.schedules();

	const update = await open(`Update ${what} schedule`);
	await update.pick(picker, name);
	await update.type('scheduleId', schedule.scheduleId);
	await update.pickDate('time', '18:00:00');
	await update.choose('delivery', 'In Local Time');
	expect((await run()).output).toContain('success');

	const cancel = await open(`Delete ${what} schedule`);
	await cancel.pick(picker, name);
	await cancel.type('scheduleId', schedule.scheduleId);
	const { output, posts } = await run();
	await editor.screenshot(`schedule-${path}`);
	expect(output).toContain('deleted');
	expect(posts.map((post) => post.path)).toEqual(
		['create', 'update', 'delete'].map((verb) => `/${path}/trigger/schedule/${verb}`),
	);
	for (const { body } of posts.slice(0, 2))
		expect(body).toMatchObject({ schedule: { in_local_time: true } });
});

test('Schedule > Message: moved and cancelled', async () => {
	const { sandbox } = world;
	const create = await open('Schedule message');
	await create.type('externalUserId', 'user-001');
	await create.chooseAll('channels', ['Web Push']);
	await create.type('webPushTitle', 'Sale');
	await create.type('webPushAlert', 'Today only');
	await create.pickDate('time', '09:30:00');
	expect((await run()).output).toContain('schedule_id');
	const [schedule] = await sandbox.schedules();
	const inbox = await openInbox(world);
	await inbox.schedule.getByText('Waiting', { exact: true }).waitFor();

	const update = await open('Update message schedule');
	await update.type('scheduleId', schedule.scheduleId);
	await update.chooseAll('channels', ['Web Push']);
	await update.type('webPushTitle', 'Sale');
	await update.type('webPushAlert', 'Tomorrow only');
	expect((await run()).output).toContain('success');

	const cancel = await open('Delete message schedule');
	await cancel.type('scheduleId', schedule.scheduleId);
	const { output, posts } = await run();
	expect(output).toContain('deleted');
	expect(posts[1].body).toEqual({
		schedule_id: schedule.scheduleId,
		messages: { web_push: { title: 'Sale', alert: 'Tomorrow only' } },
	});
	await inbox.schedule.getByText('Cancelled', { exact: true }).waitFor();
	expect(await inbox.schedule.locator('.when s').count()).toBe(1);
	await inbox.close();
});

test('Scheduled Broadcast > Get Many: up to a date of the calendar', async () => {
	const form = await open('Get many scheduled broadcasts');
	await form.pickDate('endTime', '00:00:00');
	await form.toggle('returnAll');
	expect(await form.shown()).not.toContain('Limit');
	const { output } = await run();
	expect(output).toContain('Weekly newsletter');
	expect(output).toContain('next_send_time_iso');
});

test('Send ID > Create, dry run first', async () => {
	const form = await open('Create send ID');
	await form.pick('campaignId', 'Order messages');
	await form.type('sendId', 'spring-sale');
	await form.addField('options', 'Dry Run');
	await form.toggle('options.dryRun');
	const dry = await run();
	expect(dry.output).toContain('/sends/id/create');
	expect(dry.posts).toEqual([]);
	await form.toggle('options.dryRun');
	await world.editor.executeStep();
	// in the panel alone: the notice about the dry run says it too
	const results = world.editor.page.locator('[data-test-id=output-panel]');
	await results.getByText('success', { exact: true }).first().waitFor();
	expect(await world.sandbox.posts()).toEqual([
		{
			path: '/sends/id/create',
			body: { campaign_id: 'c0000000-0000-4000-8000-000000000001', send_id: 'spring-sale' },
		},
	]);
});
