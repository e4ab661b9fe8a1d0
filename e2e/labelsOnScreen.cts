import type { Page } from 'playwright-core';

/** A label, in pixels: how wide its text is, how much of that is shown, and the most that could be. */
export interface LabelOnScreen {
	label: string;
	text: number;
	shown: number;
	room: number;
}

/** What is used of an element of the page. */
interface PageElement {
	className: string;
	innerText: string;
	scrollWidth: number;
	clientWidth: number;
	querySelector(selector: string): PageElement | null;
}

/** What the sign of a tooltip takes from its label. */
const SIGN = 16;
/** Nothing tells that n8n has drawn all of a long form: it goes on whenever the browser is idle. */
const DRAW_MS = 1_000;

/**
 * Reads the labels of the fields of the form that is open.
 *
 * @param count so many are waited for, since n8n draws a long form bit by bit
 */
export async function labelsOnScreen(page: Page, count: number): Promise<LabelOnScreen[]> {
	const labels = page.locator('[data-test-id=ndv] [data-test-id=node-parameters] label');
	await labels.nth(count).waitFor({ state: 'attached' });
	let drawn: number;
	do {
		drawn = await labels.count();
		await page.waitForTimeout(DRAW_MS);
	} while (drawn !== (await labels.count()));
	const all = await labels.evaluateAll(
		(elements, sign) =>
			(elements as unknown as PageElement[]).map((element) => {
				const text = element.querySelector('[class*=_title_] > span');
				const line = element.querySelector('[class*=_main-content_]')?.clientWidth ?? 0;
				const hasSign = element.querySelector('[class*=_infoIcon_]') !== null;
				return {
					isHeading: element.className.includes('_underline_'),
					label: text?.innerText.trim() ?? '',
					text: text?.scrollWidth ?? 0,
					shown: text?.clientWidth ?? 0,
					room: line - (hasSign ? sign : 0),
				};
			}),
		SIGN,
	);
	return all.filter(({ text, isHeading }) => text > 0 && !isHeading);
}
