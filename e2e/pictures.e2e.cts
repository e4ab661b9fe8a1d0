import path from 'node:path';

import type { ScreenSize } from './inboxPage.cts';
import { openInbox, shareWorld } from './world.cts';

/** Where the pictures of the README go; without it none are taken. */
const directory = process.env.SCREENSHOTS;
const picture = directory === undefined ? test.skip : test;

/** A place on the screen where nothing reacts to the mouse. */
const OUT_OF_THE_WAY = [640, 4] as const;
/** The nodes before and after, and the places of tooltips. */
const STICKING_OUT =
	'[data-test-id=floating-node], #cm-tooltip-container { visibility: hidden !important; }';
/** Nothing tells that the last tooltip and the last loading sign have gone, of the many that a picture could show. */
const SETTLE_MS = 1_500;

const world = shareWorld();

const fileOf = (name: string): string => path.resolve(directory ?? '', `${name}.png`);

/** The form that is open leaves 24 pixels free on each side. */
const WIDTH_WITH_FORM = 1248;

const size = async (screen: ScreenSize): Promise<void> =>
	await world.editor.page.setViewportSize(screen);

/** Takes the form that is open, or what `part` names, without what n8n lets stick out of it. */
async function take(name: string, part = '[data-test-id=ndv]'): Promise<void> {
	const { page } = world.editor;
	const notice = page.locator('.el-notification__closeBtn:visible');
	for (const button of await notice.all()) await button.click();
	await page.mouse.move(...OUT_OF_THE_WAY);
	await page.waitForTimeout(SETTLE_MS);
	await page
		.locator(part)
		.first()
		.screenshot({ path: fileOf(name), style: STICKING_OUT });
}

/** Scrolls the form so that it begins with a parameter. */
const beginWith = async (name: string): Promise<void> =>
	await world.editor.form
		.section(name)
		.evaluate((element) => element.scrollIntoView({ block: 'start' }));

/** Opens an example, by a part of its name. */
async function open(example: string): Promise<void> {
	const found = (await world.client.workflows()).find(({ name }) => name.includes(example));
	await world.editor.openWorkflow(found?.id ?? '');
}

picture('the node panel', async () => {
	const { editor } = world;
	await size({ width: 1200, height: 980 });
	await editor.newWorkflow();
	await editor.openActions();
	await take('node-panel', 'body');
});

picture('a message on several channels', async () => {
	await size({ width: WIDTH_WITH_FORM, height: 1000 });
	await open('Order shipped');
	await world.editor.openNode('Send push, email and SMS');
	await world.editor.executeStep();
	await beginWith('channels');
	await take('message');
});

picture('an audience', async () => {
	await size({ width: WIDTH_WITH_FORM, height: 1250 });
	await open('Audience built');
	await world.editor.openNode('Send');
	await beginWith('broadcast');
	await take('audience');
});

picture('results', async () => {
	await size({ width: WIDTH_WITH_FORM, height: 760 });
	await open('120 users');
	await world.editor.openNode('Trigger the campaign');
	await world.editor.executeStep();
	await take('results');
});

picture('the trigger with events of Currents', async () => {
	await size({ width: WIDTH_WITH_FORM, height: 900 });
	await open('Inbound SMS');
	await world.editor.node('Braze Trigger').first().dblclick();
	await world.editor.form.field('source').waitFor();
	await take('trigger');
});

picture('the inbox', async () => {
	for (const example of ['Content card', 'WhatsApp', 'Schedule a message', 'Order shipped']) {
		await open(example);
		expect(await world.editor.executeWorkflow()).toContain('success');
	}
	const inbox = await openInbox(world);
	await inbox.schedule.waitFor();
	await inbox.screenshot(fileOf('inbox'), { width: 1200, height: 900 });
	await inbox.close();
});
