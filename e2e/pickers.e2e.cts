import { CREDENTIAL_TYPE, credentialFor } from '../engine/brazeNode.cts';
import { shareWorld } from './world.cts';
import { saveWithBraze } from '../playground/workflows.cts';

const world = shareWorld();

test('a campaign is found by a search beyond the first page; each channel offers its own variations', async () => {
	const { editor } = world;
	const { form } = editor;
	await editor.newWorkflowWith('Send message');
	await form.chooseAll('channels', ['Email', 'SMS']);
	expect(await form.shown()).not.toContain('Campaign');

	await form.addField('additionalFields', 'Campaign');
	const campaign = 'additionalFields.campaignId';
	expect((await form.searchList(campaign)).length).toBeGreaterThan(50);
	await form.closeList();
	expect(await form.searchList(campaign, 'archive 149')).toEqual([
		expect.stringContaining('Archive campaign 149'),
	]);
	await form.closeList();
	await form.pick(campaign, 'Order messages');

	await form.addField('emailFields', 'Message Variation');
	const email = await form.searchList('emailFields.messageVariationId');
	await editor.screenshot('variations');
	await form.closeList();
	expect(email.length).toBeGreaterThan(0);
	expect(email.filter((name) => !/email/i.test(name))).toEqual([]);
	await form.addField('smsFields', 'Message Variation');
	const sms = await form.searchList('smsFields.messageVariationId');
	expect(sms.length).toBeGreaterThan(0);
	expect(sms.filter((name) => !/sms/i.test(name))).toEqual([]);
});

test.each([
	['segmentId', 'Members', { sendTo: 'audience' }],
	['emailTemplateId', 'Newsletter', { channels: ['email'], emailContent: 'template' }],
])('%s is picked by its name', async (path, name, parameters) => {
	const { editor, client } = world;
	const [credential] = await client.credentials();
	const id = await saveWithBraze(client, `Picker ${path}`, parameters, credential);
	await editor.openWorkflow(id);
	await editor.openNode('Braze');
	await editor.form.pick(path, name);
	expect(await editor.form.pickedName(path)).toContain(name);
});

test('a key that may not list campaigns gets a sentence instead of the list', async () => {
	const { editor, client, sandbox } = world;
	const credential = await client.createCredential(
		'Braze without lists',
		CREDENTIAL_TYPE,
		credentialFor(sandbox.url, 'sandbox-no-lists-key'),
	);
	try {
		const parameters = { resource: 'campaignTrigger', operation: 'send' };
		const id = await saveWithBraze(client, 'Picker without permission', parameters, credential);
		await editor.openWorkflow(id);
		await editor.openNode('Braze');
		const entries = await editor.form.searchList('campaignId');
		await editor.screenshot('picker-without-permission');
		expect(entries.join(' ')).toContain(
			'This list needs a key with the permission campaigns.list. Create one in Braze with it, or choose By ID',
		);
	} finally {
		await client.call('DELETE', `/rest/credentials/${credential.id}`);
	}
});
