import { campaignForm, openBench, messageForm, shownBy, type Parameters } from './support.cts';

const bench = openBench();

const attached = (url: string): Parameters => ({
	attachments: { attachment: [{ fileName: 'invoice', url }] },
});
const emailForm = (emailFields: Parameters): Parameters =>
	messageForm({
		channels: ['email'],
		emailFrom: 'hello@example.com',
		emailSubject: 'Hi',
		emailContent: 'html',
		emailBody: '<p>Hi</p>',
		emailAppId: 'app-1',
		emailFields,
	});
const webhookForm = (webhookUrl: string): Parameters =>
	messageForm({ channels: ['webhook'], webhookUrl });

test.each<[string, Parameters, string]>([
	['a webhook without https', webhookForm('example.com/hook'), "'Webhook URL' is"],
	['an attachment of an email', emailForm(attached('example.com/a.pdf')), 'is no web address'],
	[
		'an attachment of a campaign',
		campaignForm({ additionalFields: attached('example.com/a.pdf') }),
		'is no web address',
	],
	[
		'a file that Braze does not attach to a campaign',
		campaignForm({ additionalFields: attached('https://example.com/a.exe') }),
		'leads to a .exe file',
	],
	[
		'an answer to two addresses',
		emailForm({ replyTo: 'a@example.com, b@example.com' }),
		'Reply To',
	],
	['an answer to nobody', emailForm({ replyTo: 'no reply' }), 'Reply To'],
	['a copy to two addresses', emailForm({ bcc: 'a@example.com, b@example.com' }), 'BCC'],
	['a sender with a semicolon', { ...emailForm({}), emailFrom: 'a@example.com;' }, 'Email From'],
])('%s is refused before it leaves', async (_what, parameters, words) => {
	const { error } = await bench.run({ parameters, items: [{ id: 'user-001' }] });
	expect(shownBy(error)).toContain(words);
	expect(bench.sandbox.requests).toEqual([]);
});

test.each<[string, Parameters]>([
	['a webhook whose address Liquid makes', webhookForm('[[ custom_attribute.${hook} ]]')],
	['an answer to nobody by its name', emailForm({ replyTo: 'NO_REPLY_TO' })],
	['a reply to an address that Liquid makes', emailForm({ replyTo: '[[ ${email_address} ]]' })],
	[
		'a campaign with a file',
		campaignForm({ additionalFields: attached('HTTPS://example.com/a.PDF') }),
	],
])('%s leaves', async (_what, parameters) => {
	const { error } = await bench.run({ parameters, items: [{ id: 'user-001' }] });
	expect(error).toBeUndefined();
	expect(bench.sandbox.requests).toHaveLength(1);
});
