import type { Locator, Page } from 'playwright-core';

const TEST_PATH = '/rest/credentials/test';
const TEST_MS = 60_000;

/** The window in which a credential is made. */
export class CredentialDialog {
	private readonly dialog: Locator;

	constructor(private readonly page: Page) {
		this.dialog = page.locator('[data-test-id=editCredential-modal]');
	}

	/** Opens it from the form of a node. */
	async open(): Promise<void> {
		await this.page.locator('[data-test-id=node-credentials-select]').click();
		await this.page.locator('[data-test-id=node-credentials-select-item-new]').click();
		await this.dialog.locator('[data-parameter-path=instance]').waitFor();
	}

	async choose(name: string, choice: string): Promise<void> {
		await this.field(name).click();
		const option = this.page.locator('.el-select-dropdown__item:visible', { hasText: choice });
		await option.first().click();
	}

	async type(name: string, text: string): Promise<void> {
		await this.field(name).locator('input').first().fill(text);
	}

	/** Saves, which also tests, and waits until n8n says this about the connection. */
	async saveAndRead(verdict: string): Promise<void> {
		await this.save();
		const details = this.dialog.getByText('More details', { exact: true });
		const said = this.verdict.getByText(verdict);
		await said.or(details).first().waitFor();
		if (await details.isVisible()) await details.click();
		await said.first().waitFor();
	}

	/** Saves what passes the test: n8n closes the window then, and says so where it is opened again. */
	async saveAndReopen(): Promise<void> {
		await this.save();
		await this.dialog.waitFor({ state: 'hidden' });
		await this.page.locator('[data-test-id=credential-edit-button]').click();
		await this.verdict.getByText('Connection tested successfully').waitFor({ timeout: TEST_MS });
	}

	private async save(): Promise<void> {
		const tested = this.page.waitForResponse((response) => response.url().endsWith(TEST_PATH), {
			timeout: TEST_MS,
		});
		await this.dialog.locator('[data-test-id=credential-save-button]').click();
		await tested;
	}

	private get verdict(): Locator {
		return this.dialog.locator('[data-test-id=node-credentials-config-container]');
	}

	async close(): Promise<void> {
		await this.dialog.locator('.el-dialog__close').first().click();
		await this.dialog.waitFor({ state: 'hidden' });
	}

	private field(name: string): Locator {
		return this.dialog.locator(`[data-parameter-path=${name}]`);
	}
}
