import type { Locator, Page, Response } from 'playwright-core';

import { KeptParameters } from './keptParameters.cts';

const KEY_MS = 30;
const REST_MS = 2_500;
const DRAG_STEPS = 2;

const OPENED = '{{ ';
/** Runs in the browser. */
const CARET_IS_INSIDE = `(() => {
	const { anchorNode, anchorOffset } = getSelection();
	return (anchorNode?.textContent ?? '').slice(0, anchorOffset).endsWith('${OPENED}');
})()`;

/** Whether n8n answers a search of a list for these words. */
const isSearch = (response: Response, words: string): boolean =>
	response.url().endsWith('/resource-locator-results') &&
	(response.request().postDataJSON() as { filter?: string }).filter === words;

/** The form of the node that is open, filled as a person does. A path is a parameter's name, or `collection.name`, or `list.group[0].name`. */
export class Form {
	private readonly kept: KeptParameters;

	constructor(private readonly page: Page) {
		this.kept = new KeptParameters(page);
	}

	private get root(): Locator {
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

	private async optionsBehind(opener: Locator): Promise<string[]> {
		await opener.click();
		const options = await this.options();
		await this.closeList();
		return options;
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
			await (await this.input(path)).fill(text);
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

	private adder(name: string, within?: Locator): Locator {
		return this.section(name, within).locator('[data-test-id=collection-parameter-add]').last();
	}

	/** What the *Add Field* list of a collection offers. */
	async fieldsOf(collection: string): Promise<string[]> {
		return await this.optionsBehind(this.adder(collection));
	}

	/** Adds a field of a collection by its *Add Field* list. */
	async addField(collection: string, label: string): Promise<void> {
		await this.kept.changedBy(async () => {
			await this.adder(collection).click();
			await this.option(label).click();
		});
	}

	/** Adds a row to a list; where there are several kinds of rows, one of `kind`. */
	async addRow(list: string, kind?: string): Promise<void> {
		const rows = this.root.locator(`[data-test-id="fixed-collection-${list}"]`).last();
		await this.kept.changedBy(async () => {
			await rows.locator('input[placeholder^="Add "], button:has-text("Add ")').last().click();
			if (kind !== undefined) await this.option(kind).click();
		});
	}

	/** Adds a name and a value to pairs. */
	async addPair(name: string, key: string, value: string): Promise<void> {
		const pairs = this.root.locator(`[data-test-id="assignment-collection-${name}"]`).last();
		await pairs.locator('[data-test-id=assignment-collection-drop-area]').click();
		const row = pairs.locator('[data-test-id=assignment]');
		const added = (await row.count()) - 1;
		await row.last().locator('[data-test-id=assignment-name] input').fill(key);
		await row.last().locator('[data-test-id=assignment-value] input').first().fill(value);
		await this.kept.holds(`${name}.assignments[${added}].value`, value);
	}

	/** Drags a field of the input panel onto pairs. */
	async dragPair(inputField: string, name: string): Promise<void> {
		const pairs = this.root.locator(`[data-test-id="assignment-collection-${name}"]`).last();
		await this.drag(inputField, pairs.locator('[data-test-id=assignment-collection-drop-area]'));
	}

	/** Drags a field of the input panel into a parameter. */
	async dragInto(inputField: string, path: string): Promise<void> {
		await this.drag(inputField, this.field(path));
	}

	private async drag(inputField: string, to: Locator): Promise<void> {
		const from = this.page
			.locator('[data-test-id=ndv-input-panel] [data-test-id=run-data-schema-node-name]')
			.getByText(inputField, { exact: true });
		await to.scrollIntoViewIfNeeded();
		await from.first().hover();
		await this.page.mouse.down();
		await this.page.mouse.move(300, 300, { steps: DRAG_STEPS });
		// where the field is, whatever n8n lays over it while something is dragged
		const box = await to.boundingBox();
		if (!box) throw new Error(`Nothing to drop ${inputField} on`);
		const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
		await this.page.mouse.move(...middle, { steps: DRAG_STEPS });
		await this.kept.changedBy(async () => await this.page.mouse.up());
	}

	/** Picks the 15th of the month after next, and a time of day, from the calendar. */
	async pickDate(path: string, time: string): Promise<void> {
		await this.field(path).locator('input').first().click();
		const calendar = this.page.locator('.el-picker-panel:visible');
		const nextMonth = calendar.locator('[aria-label="Next Month"]');
		await nextMonth.click();
		await nextMonth.click();
		await calendar.locator('td.available').getByText('15', { exact: true }).click();
		await calendar.locator('[placeholder="Select time"]').fill(time);
		await this.page.keyboard.press('Enter');
		await calendar.locator('.el-picker-panel__link-btn').last().click();
		await calendar.waitFor({ state: 'hidden' });
	}

	/** Opens the list of a *From List* picker, and searches it. */
	async searchList(path: string, words = ''): Promise<string[]> {
		await this.field(path).locator('[data-test-id=rlc-input]').first().click();
		const search = this.page.locator('[data-test-id=rlc-search]:visible');
		const items = this.page.locator('[data-test-id=rlc-item]:visible');
		const trouble = this.page.locator('[data-test-id=rlc-error-container]:visible');
		await items.or(trouble).first().waitFor();
		if (await trouble.isVisible()) return await trouble.allInnerTexts();
		if (words !== '') {
			const found = this.page.waitForResponse((response) => isSearch(response, words));
			await search.fill(words);
			await (await found).finished();
			await this.kept.drawn();
		}
		return await items.allInnerTexts();
	}

	/** Leaves the list that is open. */
	async closeList(): Promise<void> {
		await this.page.keyboard.press('Escape');
		const entries = '.el-select-dropdown__item:visible, [data-test-id=rlc-item]:visible';
		await this.page.locator(entries).first().waitFor({ state: 'hidden' });
	}

	/** What a picker shows as picked. */
	async pickedName(path: string): Promise<string> {
		return await this.field(path).locator('[data-test-id=rlc-input]').first().inputValue();
	}

	/** Picks an entry of a *From List* picker by a search. */
	async pick(path: string, words: string): Promise<void> {
		await this.searchList(path, words);
		const found = this.page
			.locator('[data-test-id=rlc-item]:visible')
			.filter({ hasText: new RegExp(`^\\s*${words}`) });
		await this.kept.changedBy(async () => await found.first().click());
	}
}
