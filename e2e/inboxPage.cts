import type { BrowserContext, Locator, Page } from 'playwright-core';

export interface ScreenSize {
	width: number;
	height: number;
}

/** The page of the sandbox that shows who got what. */
export class InboxPage {
	private constructor(private readonly page: Page) {}

	/** Opens it beside the editor. */
	static async open(context: BrowserContext, sandboxUrl: string): Promise<InboxPage> {
		const page = await context.newPage();
		await page.goto(`${sandboxUrl}/sandbox/inbox`);
		return new InboxPage(page);
	}

	/** The delivery by a channel. */
	delivery(channel: string): Locator {
		const label = this.page.locator('.channel', { hasText: new RegExp(`^${channel}$`) });
		return this.page.locator('#deliveries-list > li').filter({ has: label });
	}

	/** The newest schedule. */
	get schedule(): Locator {
		return this.page.locator('#schedules-list > li').first();
	}

	async screenshot(file: string, size: ScreenSize): Promise<void> {
		await this.page.setViewportSize(size);
		await this.page.screenshot({ path: file });
	}

	async close(): Promise<void> {
		await this.page.close();
	}
}
