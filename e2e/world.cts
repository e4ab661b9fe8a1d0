import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

import { N8nClient, owner } from '../playground/n8nClient.cts';
import { Editor } from './editor.cts';
import { InboxPage } from './inboxPage.cts';
import type { ScreenSize } from './inboxPage.cts';
import { SandboxView } from './sandboxView.cts';

/** An action on a busy machine may take this long, in milliseconds. */
const PATIENCE_MS = 45_000;

const USUAL_SIZE: ScreenSize = { width: 1500, height: 1400 };

const chromiumArguments = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Runs in the browser, in each page: what moves for show costs a click up to a second, since it goes to what stands still. */
const WITHOUT_ANIMATIONS = `document.addEventListener('DOMContentLoaded', () => {
	const style = document.createElement('style');
	style.textContent = '*, ::before, ::after { animation: none !important; transition: none !important; }';
	document.head.append(style);
})`;

/** What the tests share: an n8n, a local Braze, and a browser with the owner signed in. */
interface World {
	client: N8nClient;
	sandbox: SandboxView;
	editor: Editor;
	end(): Promise<void>;
}

/** @returns the path of a Chromium on this machine */
function findChromium(): string {
	const found = [
		process.env.CHROMIUM,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
	].find((file) => file !== undefined && existsSync(file));
	if (!found) throw new Error('No Chromium: install Debian’s chromium, or name one in CHROMIUM');
	return found;
}

/** Opens a browser on the n8n that the run started, and signs in. */
async function openWorld(): Promise<World> {
	const n8nUrl = process.env.E2E_N8N_URL ?? '';
	const client = new N8nClient(n8nUrl);
	await client.signIn();
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: chromiumArguments,
	});
	const context = await browser.newContext({ viewport: USUAL_SIZE });
	await context.addInitScript(WITHOUT_ANIMATIONS);
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	page.setDefaultNavigationTimeout(PATIENCE_MS);
	await page.goto(`${n8nUrl}/signin`);
	await page.fill('input[type=email]', owner.email);
	await page.fill('input[type=password]', owner.password);
	await page.click('button:has-text("Sign in")');
	await page.waitForURL(/\/home\//);
	return {
		client,
		sandbox: new SandboxView(process.env.E2E_SANDBOX_URL ?? ''),
		editor: new Editor(page, n8nUrl),
		end: async () => await browser.close(),
	};
}

/** The one of all files that a run loads, since n8n's editor takes seconds to start. */
let opened: World | undefined;
let lastTest: string | undefined;

/** Opens the browser before the first test that needs it; before each test, forgets what Braze got. */
export function shareWorld(): Pick<World, 'client' | 'sandbox' | 'editor'> {
	const world = (): World => {
		if (!opened)
			throw new Error('The browser opens before the first test, not before the file is read');
		return opened;
	};
	beforeAll(async () => {
		opened ??= await openWorld();
		await opened.editor.page.setViewportSize(USUAL_SIZE);
	});
	beforeEach(async () => {
		const { currentTestName } = expect.getState();
		// a test that failed may have left anything on the screen
		if (currentTestName === lastTest) world().editor.loadAnew();
		lastTest = currentTestName;
		await world().sandbox.reset();
	});
	return {
		get client() {
			return world().client;
		},
		get sandbox() {
			return world().sandbox;
		},
		get editor() {
			return world().editor;
		},
	};
}

/** Closes the browser, where one was opened; what a file does after its tests, later than this, still reaches n8n. */
export async function closeWorld(): Promise<void> {
	await opened?.end();
}

/** Opens the inbox of the sandbox in a tab of its own. */
export async function openInbox({
	editor,
	sandbox,
}: Pick<World, 'editor' | 'sandbox'>): Promise<InboxPage> {
	return await InboxPage.open(editor.page.context(), sandbox.url);
}
