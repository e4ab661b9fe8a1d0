import { NODE_TYPE } from '../engine/brazeNode.cts';
import { readExamples } from '../demo/readExamples.cts';
import { shareWorld } from './world.cts';

const world = shareWorld();

const examples = readExamples();
const names = examples.map(({ workflow }) => workflow.name ?? '');

/** Those that send something; the others only take what Braze tells. */
const sending = examples
	.filter(({ workflow }) => workflow.nodes.some(({ type }) => type === NODE_TYPE))
	.map(({ workflow }) => workflow.name ?? '');

test.each(names)('the example "%s" opens without a complaint, runs and sends', async (name) => {
	const { editor, client, sandbox } = world;
	const workflow = (await client.workflows()).find((each) => each.name === name);
	await editor.openWorkflow(workflow?.id ?? '');
	expect(await editor.page.locator('[data-test-id=node-issues]').count()).toBe(0);
	expect(await editor.executeWorkflow()).toContain('success');
	await editor.screenshot(`example-${name.toLowerCase().replace(/[^a-z]+/g, '-')}`);
	const requests = await sandbox.requests();
	if (sending.includes(name)) expect(requests.length).toBeGreaterThan(0);
	expect(requests.filter(({ accepted }) => !accepted)).toEqual([]);
});
