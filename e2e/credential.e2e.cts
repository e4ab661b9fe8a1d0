import { CredentialDialog } from './credentialDialog.cts';
import { shareWorld } from './world.cts';

const world = shareWorld();
let before: Set<string>;

beforeAll(async () => {
	before = new Set((await world.client.credentials()).map(({ id }) => id));
});

afterAll(async () => {
	for (const { id } of await world.client.credentials()) {
		if (!before.has(id)) await world.client.call('DELETE', `/rest/credentials/${id}`);
	}
});

test('a credential is made by clicking; what is wrong with a key is said in a sentence', async () => {
	const { editor, sandbox, client } = world;
	const dialog = new CredentialDialog(editor.page);
	await editor.newWorkflowWith('Send message');
	await dialog.open();
	await dialog.choose('instance', 'Custom URL');
	await dialog.type('customUrl', sandbox.url);
	await dialog.type('apiKey', 'not-a-key-of-this-workspace');
	await dialog.saveAndRead(
		'Braze does not know this key on this instance. Compare the instance with the address of your dashboard, and copy the key again.',
	);
	await editor.screenshot('credential-wrong-key');

	await dialog.type('apiKey', 'sandbox-no-lists-key');
	await dialog.saveAndRead(
		'Braze knows this key but does not let it list campaigns. It still works for the operations it has permissions for',
	);
	await editor.screenshot('credential-no-lists');

	await dialog.type('customUrl', `${sandbox.url}/some/path`);
	await dialog.type('apiKey', ' sandbox-full-access-key ');
	await dialog.saveAndReopen();
	await editor.screenshot('credential-right');
	await dialog.close();

	const made = (await client.credentials()).filter(({ id }) => !before.has(id));
	expect(made.map(({ type }) => type)).toEqual(['brazeApi']);
	expect(
		await editor.page.locator('[data-test-id=node-credentials-select] input').first().inputValue(),
	).toBe(made[0].name);
});
