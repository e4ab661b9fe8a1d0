import type { Locator, Response } from 'playwright-core';

import { FormFields } from './formFields.cts';

const DRAG_STEPS = 2;

/** Whether n8n answers a search of a list for these words. */
const isSearch = (response: Response, words: string): boolean =>
	response.url().endsWith('/resource-locator-results') &&
	(response.request().postDataJSON() as { filter?: string }).filter === words;

/** The form of the node that is open, filled as a person does. A path is a parameter's name, or `collection.name`, or `list.group[0].name`. */
export class Form extends FormFields {
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
