import { saveWithBraze } from '../playground/workflows.cts';
import { shareWorld } from './world.cts';

const world = shareWorld();

const webPush = {
	sendTo: 'userList',
	externalUserIds: 'user-001',
	channels: ['webPush'],
	webPushTitle: 'Sale',
	webPushAlert: 'Today',
};

/** Opens a form that is filled already. */
async function open(name: string, parameters: object): Promise<void> {
	const { editor, client } = world;
	const [credential] = await client.credentials();
	await editor.openWorkflow(await saveWithBraze(client, name, parameters, credential));
	await editor.openNode('Braze');
}

/** How often a text stands in another. */
const times = (text: string, part: string): number => text.split(part).length - 1;

test('a failure says what happened, then what to do, and the item once', async () => {
	const { editor, sandbox } = world;
	await open('Failure', { ...webPush, webPushTitle: '' });
	await editor.executeStep();
	await editor.screenshot('failure');
	const panel = await editor.output();
	expect(panel).toContain("'Web Push Title' is empty");
	expect(times(panel, "'Web Push Title'")).toBe(1);
	expect(times(panel, 'item 0')).toBeLessThanOrEqual(1);
	expect(await sandbox.posts()).toEqual([]);
});

test('a request body of the documentation, pasted as Messages as JSON, is sent', async () => {
	const { editor, sandbox } = world;
	const { form } = editor;
	await open('Messages as JSON', { ...webPush, channels: ['json'] });
	const messages = { web_push: { title: 'Sale', alert: 'Hi {{${first_name}}}' } };
	await form.type('messagesJson', JSON.stringify({ broadcast: false, messages }, null, 2));
	await editor.executeStep();
	expect(await editor.output()).toContain('success');
	expect(await sandbox.posts()).toEqual([
		{
			path: '/messages/send',
			body: expect.objectContaining({ external_user_ids: ['user-001'], messages }),
		},
	]);
});

test('an identifier that a switch of resource left in the form is refused by its name; choosing another sends', async () => {
	const { editor, sandbox } = world;
	const { form } = editor;
	await open('Left over', {
		resource: 'campaignTrigger',
		userIdentifier: 'email',
		email: 'user-001@example.com',
	});
	await form.choose('resource', 'Message');
	await form.chooseAll('channels', ['Web Push']);
	await form.type('webPushTitle', 'Sale');
	await form.type('webPushAlert', 'Today');
	await editor.screenshot('left-over');
	await editor.executeStep();
	expect(await editor.output()).toContain("'User Identifier' cannot be Email here");
	expect(await sandbox.posts()).toEqual([]);
	await form.choose('userIdentifier', 'External User ID');
	await form.type('externalUserId', 'user-001');
	await editor.executeStep();
	// the refusal stands there until then
	const results = editor.page.locator('[data-test-id=output-panel]');
	await results.getByText('success', { exact: true }).first().waitFor();
	expect(await sandbox.posts()).toMatchObject([{ body: { external_user_ids: ['user-001'] } }]);
});

test('what the node will give is shown before it runs', async () => {
	const { editor } = world;
	await open('Preview', { resource: 'campaign', operation: 'getAll' });
	await editor.closeNode();
	await editor.page.locator('[data-test-id=canvas-handle-plus]').last().click();
	await editor.addAction('Send message');
	const input = editor.page.locator('[data-test-id=ndv-input-panel]');
	await input.getByText('is_api_campaign', { exact: true }).first().waitFor();
	await editor.screenshot('preview');
});
