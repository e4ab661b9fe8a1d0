import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

import { Form } from './form.cts';

const RUN_MS = 90_000;

/** What the page of n8n's editor holds, as far as it is used here. */
interface EditorPage {
	document: {
		querySelector(selector: string): {
			__vue_app__?: { config: { globalProperties: { $router: VueRouter } } };
			click(): void;
		} | null;
	};
	setInterval(work: () => void, ms: number): number;
	clearInterval(timer: number): void;
}

interface VueRouter {
	/** Gives nothing where the page is open then, or what kept it from that. */
	push(address: string): Promise<unknown>;
}

/** Runs in the browser: opens a page, and leaves the one before without saving it. @returns whether n8n's router took it */
async function turnTo(address: string): Promise<boolean> {
	const { document, setInterval, clearInterval } = globalThis as unknown as EditorPage;
	const router = document.querySelector('#app')?.__vue_app__?.config.globalProperties.$router;
	if (router === undefined) return false;
	const leaving = setInterval(
		() => document.querySelector('.el-message-box .btn--cancel')?.click(),
		100,
	);
	try {
		return (await router.push(address)) === undefined;
	} finally {
		clearInterval(leaving);
	}
}

/** Drives n8n's editor as a person does: by what stands on the screen. */
export class Editor {
	/** The form of the node that is open. */
	readonly form: Form;
	/** What is open at first is a page of n8n, too. */
	private isLoaded = true;

	constructor(
		readonly page: Page,
		readonly url: string,
	) {
		this.form = new Form(page);
		// leaving an unsaved workflow
		page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
	}

	/** Makes the next workflow that is opened load the whole editor, whatever stands on the screen. */
	loadAnew(): void {
		this.isLoaded = false;
	}

	/** Has n8n's own router open a page, which spares the seconds that its editor takes to load. */
	private async go(address: string): Promise<void> {
		// a tab behind another draws a frame a second
		await this.page.bringToFront();
		await this.closeNotices();
		this.isLoaded = this.isLoaded && (await this.page.evaluate(turnTo, address));
		if (this.isLoaded) return;
		await this.page.goto(`${this.url}${address}`);
		await this.page.locator('[data-test-id=universal-add]').waitFor();
		this.isLoaded = true;
	}

	/** Takes away what n8n said about earlier runs. */
	private async closeNotices(): Promise<void> {
		const buttons = this.page.locator('.el-notification__closeBtn:visible');
		await buttons.evaluateAll((all) =>
			(all as unknown as Array<{ click(): void }>).forEach((button) => button.click()),
		);
		await buttons.first().waitFor({ state: 'hidden' });
	}

	/** Opens an empty workflow and its node panel. */
	async newWorkflow(): Promise<void> {
		await this.go('/workflow/new');
		await this.page
			.locator('[data-test-id=canvas-plus-button], [data-test-id=canvas-add-button]')
			.first()
			.click();
	}

	/** Opens a saved workflow. */
	async openWorkflow(id: string): Promise<void> {
		const loaded = this.page.waitForResponse((response) =>
			response.url().endsWith(`/rest/workflows/${id}`),
		);
		await this.go(`/workflow/${id}`);
		await loaded;
		await this.node().first().waitFor();
	}

	/** Nodes on the canvas. */
	node(name?: string): Locator {
		return this.page.locator('[data-test-id=canvas-node]', { hasText: name });
	}

	/** Types into the search of the node panel. */
	async searchNodes(words: string): Promise<void> {
		await this.page.locator('[data-test-id=node-creator] input').first().fill(words);
	}

	/** An entry of the node panel. */
	item(name: string): Locator {
		return this.page
			.locator('[data-test-id=node-creator-item-name]')
			.filter({ hasText: new RegExp(`^\\s*${name}`) })
			.first();
	}

	/** Adds the Braze node by one of its actions in the node panel; its form opens. */
	async addAction(action: string): Promise<void> {
		await this.openActions();
		await this.item(action).click();
		await this.form.field('resource').waitFor();
	}

	/** Opens the list of Braze's actions in the node panel, which n8n folds where a workflow has no trigger yet. */
	async openActions(): Promise<void> {
		await this.searchNodes('braze');
		await this.item('Braze').click();
		const heading = this.page.getByText(/^\s*Actions \(\d+\)/).first();
		await heading.waitFor();
		const usual = this.page.getByText('Send message', { exact: true }).first();
		if (!(await usual.isVisible())) await heading.click();
		await usual.waitFor();
	}

	/** Opens an empty workflow and adds the Braze node to it by one of its actions; its form opens. */
	async newWorkflowWith(action: string): Promise<void> {
		await this.newWorkflow();
		await this.addAction(action);
	}

	/** Adds the Braze node after the last node of the workflow on the screen. */
	async appendAction(action: string): Promise<void> {
		await this.page.locator('[data-test-id=canvas-handle-plus]').last().click();
		await this.addAction(action);
	}

	/** Adds the Braze node to the tools of the agent on the screen; its form opens. */
	async addTool(): Promise<void> {
		await this.page
			.locator('[data-connection-type=ai_tool] [data-test-id=canvas-handle-plus]')
			.click();
		await this.searchNodes('braze');
		await this.item('Braze Tool').click();
		await this.form.field('resource').waitFor();
	}

	/** Opens the form of a node on the canvas. */
	async openNode(name: string): Promise<void> {
		await this.node(name).first().dblclick();
		await this.form.field('resource').waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.locator('[data-test-id=ndv-close-button]').click();
	}

	private get outputPanel(): Locator {
		return this.page.locator('[data-test-id=output-panel]');
	}

	/** Runs the node whose form is open, and waits for it to end. */
	async executeStep(): Promise<void> {
		await this.page.locator('[data-test-id=node-execute-button]').first().click();
		await this.outputPanel
			.locator('td, [data-test-id=run-data-schema-item], [data-test-id=node-error-message]')
			.or(this.outputPanel.getByText('No output data returned'))
			.first()
			.waitFor({ timeout: RUN_MS });
	}

	/** What stands in the output panel. */
	async output(): Promise<string> {
		return await this.outputPanel.innerText();
	}

	/** Runs the whole workflow and waits for the notice that it ended. */
	async executeWorkflow(): Promise<string> {
		await this.closeNotices();
		// the button at the bottom: the one beside the trigger lies under the canvas until it is pointed at
		await this.page.locator('[data-test-id=execute-workflow-button]').first().click();
		const notice = this.page.locator('.el-notification:visible').first();
		await notice.waitFor({ timeout: RUN_MS });
		return await notice.innerText();
	}

	async screenshot(name: string): Promise<void> {
		await this.page.screenshot({ path: path.join(__dirname, 'screenshots', `${name}.png`) });
	}
}
