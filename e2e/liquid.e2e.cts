import { saveWithItems } from '../playground/workflows.cts';
import { shareWorld } from './world.cts';

const world = shareWorld();

/** Opens a message with everything but its text. */
async function openSms(): Promise<void> {
	const { editor, client } = world;
	const { form } = editor;
	const items = [{ external_user_id: 'user-001', order_id: 4711 }];
	await editor.openWorkflow(await saveWithItems(client, 'Liquid', items));
	await editor.appendAction('Send message');
	await form.type('externalUserId', 'user-001');
	await form.chooseAll('channels', ['SMS']);
	await form.type('smsSubscriptionGroupId', 'group-001');
	await form.type('smsAppId', 'app-001');
}

const sentBody = async (): Promise<unknown> => {
	const posts = await world.sandbox.posts();
	return (posts as Array<{ body: { messages: { sms: { body: string } } } }>).map(
		({ body }) => body.messages.sms.body,
	);
};

test('Liquid in [[ ]] and an n8n expression live in one field', async () => {
	const { editor } = world;
	const { keyboard } = editor.page;
	await openSms();
	await editor.form.typeKeys(
		'smsBody',
		"Hi [[${first_name} | default: 'there']], order {{ $json.order_id",
	);
	await keyboard.press('Escape');
	await keyboard.press('End');
	await keyboard.type(' is on its way', { delay: 30 });
	await editor.form.keeps('smsBody');
	await editor.screenshot('liquid');
	await editor.executeStep();
	expect(await editor.output()).toContain('success');
	expect(await sentBody()).toEqual([
		"Hi {{${first_name} | default: 'there'}}, order 4711 is on its way",
	]);
});

test('Liquid in {{ }} that n8n took for an expression is refused with what to write instead', async () => {
	const { editor, sandbox } = world;
	await openSms();
	await editor.form.type('smsBody', 'Hi {{${first_name}}}!');
	expect(await editor.form.section('smsBody').innerText()).toMatch(/invalid\s+syntax/);
	await editor.executeStep();
	await editor.screenshot('liquid-refused');
	const output = await editor.output();
	expect(output).toContain("'SMS Body' holds Liquid in {{ }}");
	expect(output).toContain('Write Liquid in double square brackets, such as [[${first_name} | def');
	expect(await sandbox.posts()).toEqual([]);
});

test('Liquid in {{ }} that n8n left alone in a Fixed field goes as it is', async () => {
	const { editor } = world;
	await openSms();
	await editor.form.type('smsBody', 'Hi ');
	await editor.form.type('smsBody', 'Hi {{${first_name}}}!');
	await editor.executeStep();
	expect(await sentBody()).toEqual(['Hi {{${first_name}}}!']);
});
