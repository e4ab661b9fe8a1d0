import type { IDataObject } from 'n8n-workflow';

import { BrazeApi } from '../../credentials/BrazeApi.credentials.ts';
import { credentialDefaults } from '../../credentials/instances.ts';
import { openBench, shownBy } from './support.cts';

const bench = openBench();

const defaults = {
	defaultAppId: 'app-of-credential',
	defaultEmailFrom: 'Shop <shop@example.com>',
	defaultSmsSubscriptionGroupId: 'sms-of-credential',
	defaultWhatsAppSubscriptionGroupId: 'whatsapp-of-credential',
};

const send = (form: IDataObject) => ({
	resource: 'message',
	operation: 'send',
	externalUserId: '={{ $json.id }}',
	...form,
});

const messages = {
	email: { emailSubject: 'Hi', emailBody: '<p>Hi</p>' },
	sms: { smsBody: 'Hi' },
	whatsApp: {
		whatsAppMessageType: 'text_response_message',
		whatsAppBody: 'Hi',
	},
};

const own: Record<keyof typeof messages, IDataObject> = {
	email: { emailFrom: 'Other <other@example.com>', emailAppId: 'app-of-message' },
	sms: { smsSubscriptionGroupId: 'sms-of-message', smsAppId: 'app-of-message' },
	whatsApp: {
		whatsAppSubscriptionGroupId: 'whatsapp-of-message',
		whatsAppAppId: 'app-of-message',
	},
};

const sent = {
	email: { app_id: 'app-of-credential', from: 'Shop <shop@example.com>' },
	sms: { app_id: 'app-of-credential', subscription_group_id: 'sms-of-credential' },
	whats_app: { app_id: 'app-of-credential', subscription_group_id: 'whatsapp-of-credential' },
};

const channels = Object.keys(messages) as Array<keyof typeof messages>;

test('the credential offers each of them, and none is required', () => {
	const { properties } = new BrazeApi();
	for (const name of Object.keys(credentialDefaults({ apiKey: '', ...defaults }))) {
		expect(properties.find((property) => property.name === name)).toMatchObject({ default: '' });
		expect(properties.find((property) => property.name === name)?.required).toBeUndefined();
	}
});

test('fields left empty take what the credential holds', async () => {
	const form = { channels, ...messages.email, ...messages.sms, ...messages.whatsApp };
	await bench.run({ parameters: send(form), items: [{ id: 'user-001' }], defaults });
	expect(bench.onlyRequest().body).toMatchObject({ messages: sent });
});

test('blanks around what the credential or the form holds do not leave', async () => {
	const form = { channels, ...messages.email, ...messages.sms, ...messages.whatsApp };
	const withBlanks = Object.fromEntries(
		Object.entries(defaults).map(([name, value]) => [name, ` ${value}\n`]),
	);
	const further = { replyTo: '\thelp@example.com ', bcc: ' copy@example.com\n' };
	const { error } = await bench.run({
		parameters: send({ ...form, emailFields: further }),
		items: [{ id: 'user-001' }],
		defaults: withBlanks,
	});
	expect(error).toBeUndefined();
	const addresses = { reply_to: 'help@example.com', bcc: 'copy@example.com' };
	expect(bench.onlyRequest().body).toMatchObject({
		messages: { ...sent, email: { ...sent.email, ...addresses } },
	});
});

test.each(channels)('what a %s message has itself is sent', async (channel) => {
	const form = { channels: [channel], ...messages[channel], ...own[channel] };
	await bench.run({ parameters: send(form), items: [{ id: 'user-001' }], defaults });
	const body = JSON.stringify(bench.onlyRequest().body);
	expect(body).not.toContain('of-credential');
	expect(body).not.toContain('shop@example.com');
	expect(body).toContain('app-of-message');
});

test.each(
	Object.entries(own).flatMap(([channel, fields]) =>
		Object.keys(fields).map((name) => [channel, name]),
	),
)('%s: an expression in %s that gives nothing is refused, not filled', async (channel, name) => {
	const known = channel as keyof typeof messages;
	const form = {
		channels: [channel],
		...messages[known],
		...own[known],
		[name]: '={{ $json.nope }}',
	};
	const { error } = await bench.run({
		parameters: send(form),
		items: [{ id: 'user-001', nope: '' }],
		defaults,
	});
	expect(shownBy(error)).toMatch(/is empty/);
	expect(bench.sandbox.requests).toEqual([]);
});

test('without them an empty field is refused as ever', async () => {
	const { error } = await bench.run({
		parameters: send({ channels: ['email'], ...messages.email }),
		items: [{ id: 'user-001' }],
	});
	expect(shownBy(error)).toMatch(/'Email From' is empty/);
});
