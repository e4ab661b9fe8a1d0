import type { INode } from 'n8n-workflow';

import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import { sources } from '../nodes/BrazeTrigger/sources.ts';
import type { SourceName } from '../nodes/BrazeTrigger/sources.ts';
import { shareWorld } from './world.cts';

const world = shareWorld();
const TRIGGER = 'Braze Trigger';

/** Opens a saved workflow of one trigger, and the form of it. */
async function open(parameters: INode['parameters'], webhookId: string): Promise<void> {
	const { id } = await world.client.createWorkflow({
		name: `The form of ${String(parameters.source)}`,
		nodes: [
			{
				id: '1',
				name: TRIGGER,
				type: TRIGGER_TYPE,
				typeVersion: 1,
				position: [0, 0],
				webhookId,
				parameters,
			},
		],
		connections: {},
	});
	const { editor } = world;
	await editor.openWorkflow(id);
	await editor.node(TRIGGER).first().dblclick();
	await editor.form.field('source').waitFor();
}

const names = Object.keys(sources) as SourceName[];

test.each(names)('the form of %s shows every word that is to be copied', async (source) => {
	const webhookId = `7b2e5e8f-0000-4000-8000-00000000000${names.indexOf(source)}`;
	await open({ source, secret: 'set', user: 'set' }, webhookId);
	const { page } = world.editor;
	const notices = await page.locator('.notice-content').allInnerTexts();
	const { setup, caveats, copies, secretCopies, authentications } = sources[source];
	const secretCopy = secretCopies[authentications[0]];
	const expected = [setup, caveats, ...copies, ...(secretCopy ? [secretCopy] : [])];
	expect(notices.map((text) => text.trim())).toEqual(expect.arrayContaining(expected));
	await world.editor.screenshot(`trigger-${source.toLowerCase()}`);
});

test('the events are found by typing', async () => {
	await open({ source: 'currents', secret: 'set' }, '7b2e5e8f-0000-4000-8000-00000000000a');
	const { page, form } = world.editor;
	const events = form.field('events');
	await events.locator('input').first().click();
	await events.locator('input').first().pressSequentially('email: mar');
	const options = page.locator('.el-select-dropdown__item:visible');
	await options.first().waitFor();
	expect((await options.allInnerTexts()).map((text) => text.split('\n')[0].trim())).toEqual([
		'Email: Marked as Spam',
	]);
	await world.editor.screenshot('trigger-events');
});
