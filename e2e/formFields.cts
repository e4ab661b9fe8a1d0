import type { Locator, Page } from 'playwright-core';

import { KeptParameters } from './keptParameters.cts';

const KEY_MS = 30;
const REST_MS = 2_500;

const OPENED = '{{ ';
/** Runs in the browser. */
const CARET_IS_INSIDE = `(() => {
	const { anchorNode, anchorOffset } = getSelection();
	return (anchorNode?.textContent ?? '').slice(0, anchorOffset).endsWith('${OPENED}');
})()`;

/** What a form shows, and its fields one by one. */
export class FormFields {
	protected readonly kept: KeptParameters;

	constructor(protected readonly page: Page) {
		this.kept = new KeptParameters(page);
	}

	protected get root(): Locator {
		return this.page.locator('[data-test-id=ndv] [data-test-id=node-parameters]');
	}

	/** The input of a parameter. */
	field(path: string): Locator {
		return this.root.locator(`[data-parameter-path="parameters.${path}"]`);
	}

	/** A parameter with everything under its label: also a collection, a list or pairs. */
	section(name: string, within: Locator = this.root): Locator {
		return within
			.locator('[data-test-id=parameter-item]')
			.filter({
				has: this.page.locator(
					`label[for="${name}"], [data-test-id="fixed-collection-${name}"], [data-test-id="assignment-collection-${name}"]`,
				),
			})
			.last();
	}

	/** The labels on the screen, from top to bottom. */
	async shown(): Promise<string[]> {
		const labels = await this.root
			.locator('[data-test-id=parameter-item] [data-test-id=input-label] label:visible')
			.allInnerTexts();
		return labels.map((label) => label.split('\n')[0].trim());
	}

	/** What a list or a text parameter shows. */
	async value(path: string): Promise<string> {
		return await this.field(path).locator('input').first().inputValue();
	}

	/** An entry of the list that is open. */
	option(label: string): Locator {
		return this.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ has: this.page.getByText(label, { exact: true }) })
			.first();
	}

	/** The entries of the list that is open. */
	async options(): Promise<string[]> {
		await this.page.locator('.el-select-dropdown__item:visible').first().waitFor();
		const entries = await this.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ hasNot: this.page.locator('.el-select-dropdown__empty') })
			.allInnerTexts();
		return entries.map((entry) => entry.split('\n')[0].trim());
	}

	/** Picks one of the choices of a list. */
	async choose(path: string, choice: string): Promise<void> {
		const isChosen = (await this.value(path)) === choice;
		const pick = async (): Promise<void> => {
			await this.field(path).click();
			await this.option(choice).click();
		};
		await (isChosen ? pick() : this.kept.changedBy(pick));
	}

	/** Picks several choices of a list that takes several. */
	async chooseAll(path: string, choices: string[]): Promise<void> {
		await this.kept.changedBy(async () => {
			await this.field(path).locator('.el-input__suffix').last().click();
			for (const choice of choices) await this.option(choice).click();
			await this.closeList();
		});
	}

	/** The choices that a list offers. */
	async choices(path: string): Promise<string[]> {
		return await this.optionsBehind(this.field(path));
	}

	protected async optionsBehind(opener: Locator): Promise<string[]> {
		await opener.click();
		const options = await this.options();
		await this.closeList();
		return options;
	}

	/** Leaves the list that is open. */
	async closeList(): Promise<void> {
		await this.page.keyboard.press('Escape');
		const entries = '.el-select-dropdown__item:visible, [data-test-id=rlc-item]:visible';
		await this.page.locator(entries).first().waitFor({ state: 'hidden' });
	}

	/** Types into a text parameter, instead of what stands there. */
	async type(path: string, text: string): Promise<void> {
		const field = this.field(path);
		const editor = field.locator('[contenteditable=true]');
		if ((await editor.count()) > 0) {
			await editor.first().click();
			await this.page.keyboard.press('ControlOrMeta+a');
			await this.page.keyboard.insertText(text);
		} else {
			const input = await this.input(path);
			const isPlain = (await input.getAttribute('contenteditable')) === null;
			await input.fill(text);
			// n8n takes a number once its field is left; at {{ another editor takes the place of the field
			if (isPlain && !text.includes(OPENED.trim())) await input.blur();
		}
		await this.kept.holds(path, text);
	}

	/** Where a parameter is typed: a picker has an input for its mode as well. */
	private async input(path: string): Promise<Locator> {
		const picker = this.field(path).locator('[data-test-id=rlc-input]');
		if ((await picker.count()) > 0) return picker.first();
		return this.field(path).locator('input, textarea, [contenteditable=true]').first();
	}

	/**
	 * Types key by key, so that n8n reacts as it does to a person. A plain input becomes one for expressions at `{{ `, which n8n
	 * closes by itself; a person goes on typing where the caret is then.
	 */
	async typeKeys(path: string, text: string): Promise<void> {
		const input = await this.input(path);
		const becomesExpression = (await input.getAttribute('contenteditable')) === null;
		const opened = becomesExpression ? text.indexOf(OPENED) + OPENED.length : 0;
		await input.click();
		// in place of what stands there, such as the {} of an empty JSON field
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.type(text.slice(0, opened), { delay: KEY_MS });
		if (opened > 0) {
			await this.page.waitForFunction(CARET_IS_INSIDE);
			// n8n sets the caret again a little later
			await this.page.waitForTimeout(REST_MS);
		}
		await this.page.keyboard.type(text.slice(opened), { delay: KEY_MS });
		await this.keeps(path);
	}

	/** Waits until n8n keeps what stands in a parameter. */
	async keeps(path: string): Promise<void> {
		await this.kept.holds(path, await this.typed(path));
	}

	/** What stands in a parameter, brackets that n8n closed included. */
	private async typed(path: string): Promise<string> {
		const lines = this.field(path).locator('.cm-line');
		if ((await lines.count()) > 0) return (await lines.allInnerTexts()).join('\n');
		return await (await this.input(path)).inputValue();
	}

	/** Flips a switch. */
	async toggle(path: string): Promise<void> {
		const toggle = this.field(path).locator('.el-switch, [role=switch]').first();
		await this.kept.changedBy(async () => await toggle.click());
	}

	/** Turns a parameter into an expression and types it. */
	async typeExpression(name: string, expression: string): Promise<void> {
		const section = this.section(name);
		await section.locator('label').first().hover();
		await section.locator('[data-test-id=radio-button-expression]').first().click();
		await this.type(name, expression);
	}

	/** Leaves a parameter of a tool to the model. */
	async leaveToModel(name: string): Promise<void> {
		const button = this.section(name).locator('[data-test-id=from-ai-override-button]');
		await this.kept.changedBy(async () => await button.click());
	}
}
