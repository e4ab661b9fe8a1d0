import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

import { N8nClient, owner } from '../playground/n8nClient.cts';
import { Editor } from './editor.cts';
import { InboxPage } from './inboxPage.cts';
import type { ScreenSize } from './inboxPage.cts';
import { SandboxView } from './sandboxView.cts';

/** An action on a busy machine may take this long, in milliseconds. */
const PATIENCE_MS = Number(process.env.E2E_PATIENCE_MS ?? 45_000);

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

/** What the tests of a file share: the n8n and the local Braze of the whole run, and a browser with the owner signed in. */
export interface World {
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

/** Opens a browser on the n8n that the run started. */
export async function openWorld(
	viewport: ScreenSize = { width: 1500, height: 1400 },
): Promise<World> {
	const n8nUrl = process.env.E2E_N8N_URL ?? '';
	const client = new N8nClient(n8nUrl);
	await client.signIn();
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: chromiumArguments,
	});
	const context = await browser.newContext({ viewport });
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

/** Opens a browser before the tests of a file, forgets what Braze got before each of them, and closes it after the last. */
export function shareWorld(): Pick<World, 'client' | 'sandbox' | 'editor'> {
	let opened: World | undefined;
	const world = (): World => {
		if (!opened)
			throw new Error('The browser opens before the first test, not before the file is read');
		return opened;
	};
	beforeAll(async () => {
		opened = await openWorld();
	});
	beforeEach(async () => await world().sandbox.reset());
	afterAll(async () => await opened?.end());
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

/** Opens the inbox of the sandbox in a tab of its own. */
export async function openInbox({
	editor,
	sandbox,
}: Pick<World, 'editor' | 'sandbox'>): Promise<InboxPage> {
	return await InboxPage.open(editor.page.context(), sandbox.url);
}
