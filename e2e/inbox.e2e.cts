import { openInbox, shareWorld } from './world.cts';

const world = shareWorld();

const everyChannel = [
	'Android Push',
	'Apple Push',
	'Content Card',
	'Email',
	'Kindle Push',
	'SMS',
	'Web Push',
	'Webhook',
	'WhatsApp',
];

/** What is typed into each field that is required. */
const typed: Array<[path: string, text: string]> = [
	['externalUserId', 'user-001'],
	['androidPushTitle', 'Android title'],
	['androidPushAlert', 'Android text'],
	['applePushAlert', 'Apple text'],
	['contentCardTitle', 'Card title'],
	['contentCardDescription', 'Card text'],
	['emailFrom', 'Shop <shop@example.com>'],
	['emailSubject', 'Email subject'],
	['emailBody', '<p>Email text</p>'],
	['emailAppId', 'app-001'],
	['kindlePushTitle', 'Kindle title'],
	['kindlePushAlert', 'Kindle text'],
	['smsSubscriptionGroupId', 'group-001'],
	['smsBody', 'SMS text'],
	['smsAppId', 'app-001'],
	['webPushTitle', 'Web title'],
	['webPushAlert', 'Web text'],
	['webhookUrl', 'https://example.com/hook'],
	['webhookBody', 'webhook text'],
	['whatsAppSubscriptionGroupId', 'group-002'],
	['whatsAppBody', 'WhatsApp text'],
	['whatsAppAppId', 'app-001'],
];

/** What the inbox calls a channel, and what is seen in its message. */
const arrived: Array<[channel: string, texts: string[]]> = [
	['Android push', ['Android title', 'Android text']],
	['Apple push', ['Apple text']],
	['Content card', ['Card title', 'Card text']],
	['Email', ['Shop', 'Email subject']],
	['Kindle push', ['Kindle title', 'Kindle text']],
	['SMS', ['SMS text']],
	['Web push', ['Web title', 'Web text']],
	['Webhook', ['https://example.com/hook', 'webhook text']],
	['WhatsApp', ['WhatsApp text']],
];

test('a message on every channel is filled by clicking, and stands in the inbox as people see it', async () => {
	const { editor, sandbox } = world;
	const { form } = editor;
	await editor.newWorkflowWith('Send message');
	await form.chooseAll('channels', everyChannel);
	await form.choose('whatsAppMessageType', 'Text Reply');
	for (const [path, text] of typed) await form.type(path, text);
	await editor.executeStep();
	await editor.screenshot('every-channel');
	expect(await editor.output()).toContain('success');
	expect(await sandbox.posts()).toEqual([
		{
			path: '/messages/send',
			body: {
				external_user_ids: ['user-001'],
				messages: {
					android_push: { title: 'Android title', alert: 'Android text' },
					apple_push: { alert: 'Apple text' },
					content_card: expect.objectContaining({
						type: 'CLASSIC',
						title: 'Card title',
						description: 'Card text',
						time_to_live: 604800,
					}),
					email: {
						app_id: 'app-001',
						from: 'Shop <shop@example.com>',
						subject: 'Email subject',
						body: '<p>Email text</p>',
					},
					kindle_push: { title: 'Kindle title', alert: 'Kindle text' },
					sms: { app_id: 'app-001', subscription_group_id: 'group-001', body: 'SMS text' },
					web_push: { title: 'Web title', alert: 'Web text' },
					webhook: expect.objectContaining({
						url: 'https://example.com/hook',
						request_method: 'POST',
						body: 'webhook text',
					}),
					whats_app: expect.objectContaining({
						app_id: 'app-001',
						subscription_group_id: 'group-002',
						message_type: 'text_response_message',
					}),
				},
			},
		},
	]);

	const inbox = await openInbox(world);
	for (const [channel, texts] of arrived) {
		const delivery = inbox.delivery(channel);
		await delivery.waitFor();
		expect(await delivery.locator('.user').innerText()).toBe('user-001');
		const message = await delivery.locator('.message').innerText();
		for (const text of texts) expect(message).toContain(text);
	}
	const email = inbox.delivery('Email').frameLocator('iframe');
	await inbox.delivery('Email').scrollIntoViewIfNeeded();
	expect(await email.locator('p').innerText()).toBe('Email text');
	await inbox.close();
});
