import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

import { fill } from '../playground/start.cts';
import { installN8n, installNode } from '../playground/install.cts';
import { N8nClient, owner } from '../playground/n8nClient.cts';
import { startN8n } from '../playground/n8nServer.cts';
import type { N8nServer } from '../playground/n8nServer.cts';
import { startSandbox } from '../sandbox/sandbox.cts';
import type { Sandbox } from '../sandbox/sandbox.cts';
import { Editor } from './editor.cts';

const N8N_PORT = 5778;

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

/** A real n8n with the packed node, a local Braze, and a browser with the owner signed in. */
export interface World {
	n8n: N8nServer;
	client: N8nClient;
	sandbox: Sandbox;
	browser: Browser;
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

/** Starts everything from nothing: n8n gets an empty data folder. */
export async function startWorld(): Promise<World> {
	const playground = path.resolve(__dirname, '..', 'playground');
	const dataDirectory = path.join(playground, 'data', 'e2e');
	rmSync(dataDirectory, { recursive: true, force: true });
	mkdirSync(path.join(__dirname, 'screenshots'), { recursive: true });
	const installation = installN8n(playground);
	installNode(dataDirectory);
	const sandbox = await startSandbox();
	const n8n = await startN8n({ installation, dataDirectory, port: N8N_PORT });
	const client = new N8nClient(n8n.url);
	await fill(client, sandbox.url);
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: chromiumArguments,
	});
	const context = await browser.newContext({ viewport: { width: 1500, height: 1400 } });
	const page = await context.newPage();
	await page.goto(`${n8n.url}/signin`);
	await page.fill('input[type=email]', owner.email);
	await page.fill('input[type=password]', owner.password);
	await page.click('button:has-text("Sign in")');
	await page.waitForURL(/\/home\//);
	return {
		n8n,
		client,
		sandbox,
		browser,
		editor: new Editor(page, n8n.url),
		end: async () => {
			await browser.close();
			await Promise.all([n8n.stop(), sandbox.close()]);
		},
	};
}
