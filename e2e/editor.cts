import type { Locator, Page } from 'playwright-core';

/** Drives n8n's editor as a person does: by what stands on the screen. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens an empty workflow. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.locator('[data-test-id=universal-add]').waitFor();
		await this.page
			.locator('[data-test-id=canvas-plus-button], [data-test-id=canvas-add-button]')
			.first()
			.click();
	}

	/** Opens a saved workflow. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.locator('[data-test-id=canvas-node]').first().waitFor();
	}

	/** Types into the search of the node panel. */
	async searchNodes(words: string): Promise<string[]> {
		await this.page.locator('[data-test-id=node-creator] input').first().fill(words);
		await this.page.waitForTimeout(800);
		return await this.page.locator('[data-test-id=node-creator-item-name]').allInnerTexts();
	}

	/** Adds the Braze node by one of its actions in the node panel; its form opens. */
	async addAction(action: string): Promise<void> {
		await this.searchNodes('braze');
		await this.page
			.locator('[data-test-id=node-creator-item-name]', { hasText: 'Braze' })
			.first()
			.click();
		await this.page
			.locator('[data-test-id=node-creator-item-name]', { hasText: action })
			.first()
			.click();
		await this.parameter('resource').waitFor();
	}

	/** Opens the form of a node on the canvas. */
	async openNode(name: string): Promise<void> {
		await this.page.locator('[data-test-id=canvas-node]', { hasText: name }).first().dblclick();
		await this.page.locator('[data-test-id=ndv], [data-test-id=node-parameters]').first().waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
	}

	/** The input of a parameter. */
	parameter(name: string): Locator {
		return this.page.locator(`[data-test-id="parameter-input-${name}"]`).first();
	}

	/** The names of the parameters on the screen. */
	async shown(): Promise<string[]> {
		const names = await this.page
			.locator('[data-test-id=node-parameters] [data-test-id^=parameter-input-]:visible')
			.evaluateAll((inputs) =>
				inputs.map((input) =>
					(input.getAttribute('data-test-id') ?? '').replace('parameter-input-', ''),
				),
			);
		return names.filter((name) => name !== 'field' && name !== 'item');
	}

	/** Picks one of the choices of a list. */
	async choose(parameter: string | Locator, choice: string): Promise<void> {
		const input = typeof parameter === 'string' ? this.parameter(parameter) : parameter;
		await input.scrollIntoViewIfNeeded();
		await input.click();
		await this.option(choice).click();
		await this.page.waitForTimeout(300);
	}

	/** Picks several choices of a list that takes several. */
	async chooseAll(parameter: string, choices: string[]): Promise<void> {
		await this.parameter(parameter).click();
		for (const choice of choices) await this.option(choice).click();
		await this.page
			.locator('[data-test-id=node-parameters]')
			.first()
			.press('Escape')
			.catch(() => {});
		await this.page.waitForTimeout(300);
	}

	/** An entry of the list that is open. */
	option(label: string): Locator {
		return this.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ has: this.page.getByText(label, { exact: true }) })
			.first();
	}

	/** Types into a text parameter. */
	async type(parameter: string | Locator, text: string): Promise<void> {
		const input = typeof parameter === 'string' ? this.parameter(parameter) : parameter;
		await input.locator('input, textarea').first().fill(text);
		await this.page.waitForTimeout(200);
	}

	/** Adds an entry of a collection by its *Add Field* list. */
	async addField(collection: string, field: string): Promise<void> {
		const section = this.page
			.locator(
				'[data-test-id=node-parameters] .parameter-item, [data-test-id=node-parameters] .multi-parameter',
			)
			.filter({ has: this.page.getByText(collection, { exact: true }) })
			.last();
		await section.locator('input[placeholder], button:has-text("Add")').last().click();
		await this.option(field).click();
		await this.page.waitForTimeout(300);
	}

	/** Runs the node whose form is open, and waits for the output. */
	async executeStep(): Promise<void> {
		await this.page.locator('[data-test-id=node-execute-button]').first().click();
		await this.page
			.locator(
				'[data-test-id=output-panel] [data-test-id=ndv-data-container], [data-test-id=node-error-message]',
			)
			.first()
			.waitFor({ timeout: 30_000 });
	}

	/** What stands in the output panel. */
	async output(): Promise<string> {
		return await this.page.locator('[data-test-id=output-panel]').innerText();
	}

	async screenshot(name: string): Promise<void> {
		await this.page.screenshot({ path: `e2e/screenshots/${name}.png` });
	}
}
