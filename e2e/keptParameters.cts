import type { Page } from 'playwright-core';

/** What the page of n8n's editor holds, as far as it is used here. */
interface EditorPage {
	document: {
		querySelector(selector: string): {
			__vue_app__?: { config: { globalProperties: { $pinia: { _s: Map<string, Store> } } } };
		} | null;
	};
	requestAnimationFrame(work: () => void): number;
	MutationObserver: new (work: () => void) => {
		observe(target: unknown, what: object): void;
		disconnect(): void;
	};
}

interface Store {
	/** The node whose form is open. */
	activeNode?: { parameters: unknown } | null;
}

/** Runs in the browser. @returns what n8n keeps of the form that is open, or of one parameter, as text */
function kept(path?: string): string {
	const { document } = globalThis as unknown as EditorPage;
	const stores =
		document.querySelector('#app')?.__vue_app__?.config.globalProperties.$pinia._s.values() ?? [];
	const open = [...stores].find(({ activeNode }) => activeNode);
	let value = open?.activeNode?.parameters;
	for (const key of path?.match(/[^.[\]]+/g) ?? []) {
		value = (value as Record<string, unknown> | undefined)?.[key];
	}
	if (path === undefined) return JSON.stringify(value);
	const locator = value as { __rl?: boolean; value?: unknown } | null | undefined;
	return String((locator?.__rl === true ? locator.value : value) ?? '');
}

/** Frames without a change after which the form stands as it will. */
const STILL_FRAMES = 6;
/** Frames after which something moves for good. */
const MOST_FRAMES = 300;

/** Runs in the browser: n8n decides field by field, each in its own time, whether it shows it. */
async function drawn([still, most]: number[]): Promise<void> {
	const { document, MutationObserver, requestAnimationFrame } = globalThis as unknown as EditorPage;
	let since = 0;
	const observer = new MutationObserver(() => (since = 0));
	const form = document.querySelector('[data-test-id=ndv]') ?? document.querySelector('body');
	observer.observe(form, { subtree: true, childList: true, characterData: true });
	for (let frame = 0; frame < most && since < still; frame++, since++) {
		await new Promise<void>((resolve) => requestAnimationFrame(resolve));
	}
	observer.disconnect();
}

/** What n8n keeps of the form that is open. A field hands over what was typed a little later, a list of pairs a second later. */
export class KeptParameters {
	constructor(private readonly page: Page) {}

	/** Does what changes a parameter, and waits until n8n keeps the change and has drawn the form anew. */
	async changedBy(act: () => Promise<void>): Promise<void> {
		const before = await this.page.evaluate(kept, undefined);
		await act();
		await this.page.waitForFunction(`(${kept.toString()})() !== ${JSON.stringify(before)}`);
		await this.drawn();
	}

	/** Waits until n8n keeps a text for a parameter, in Fixed mode or as an expression. */
	async holds(path: string, text: string): Promise<void> {
		const wanted = JSON.stringify([text, `=${text}`]);
		await this.page.waitForFunction(
			`${wanted}.includes((${kept.toString()})(${JSON.stringify(path)}))`,
		);
		await this.drawn();
	}

	/** Waits until the form stands still. */
	async drawn(): Promise<void> {
		await this.page.evaluate(drawn, [STILL_FRAMES, MOST_FRAMES]);
	}
}
