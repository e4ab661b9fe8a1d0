import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { withoutLocator } from '../../schema/convert';
import { ASK_ENGINE, holdsExpression, plainReader } from './plainPath';
import type { PlainReader } from './plainPath';

/** The parameters of the node for one input item. */
export interface ItemParameters {
	itemIndex: number;
	/** Value of a parameter, locators resolved to their ID; undefined where the form does not show it. */
	read: (name: string) => unknown;
	/** The parameter as it is stored, expressions unevaluated. */
	raw: (name: string) => unknown;
	/** The input item's own fields; reading them makes the result depend on the item. */
	inputFields: () => Record<string, unknown>;
	/** The fields of all input items of the run. */
	allInputFields: () => Array<Record<string, unknown>>;
	/** A person runs the workflow in the editor and looks at what comes out. */
	isManual: boolean;
	/** Tells the person something on the output panel, once a run. */
	hint: (message: string) => void;
	/** What n8n tells of a file of the input item; reading it makes the result depend on the item. */
	file: (property: string) => IBinaryData | undefined;
	/** Whether anything read so far can differ from item to item. */
	dependsOnItem: () => boolean;
}

/** How a parameter gets its value: the same for every item, from a field of the item, or from n8n's expression engine. */
type Source = { constant: unknown } | { plain: PlainReader } | 'engine';

/**
 * Reads the node's parameters item by item. A parameter without an expression is the same for every item, so n8n is asked
 * for it once a run; one that only names fields of the item is read from the item; everything else goes to the engine.
 */
export function runParameters(context: IExecuteFunctions): (itemIndex: number) => ItemParameters {
	const sources = new Map<string, Source>();
	const items = context.getInputData();
	const hints = new Set<string>();
	const hint = (message: string): void => {
		if (hints.has(message)) return;
		hints.add(message);
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	};
	const allInputFields = (): Array<Record<string, unknown>> => items.map(({ json }) => json);

	const evaluate = (name: string, itemIndex: number): unknown =>
		withoutLocator(context.getNodeParameter(name, itemIndex, null) ?? undefined);

	const sourceOf = (name: string): Source => {
		const known = sources.get(name);
		if (known) return known;
		const raw: unknown = context.getNodeParameter(name, 0, null, { rawExpressions: true });
		const plain = plainReader(raw);
		const source: Source = !holdsExpression(raw)
			? { constant: evaluate(name, 0) }
			: plain
				? { plain }
				: 'engine';
		sources.set(name, source);
		return source;
	};

	const valueFor = (source: Source, name: string, itemIndex: number): unknown => {
		if (source === 'engine') return evaluate(name, itemIndex);
		if ('constant' in source) return source.constant;
		const value = source.plain(items[itemIndex].json);
		return value === ASK_ENGINE ? evaluate(name, itemIndex) : withoutLocator(value);
	};

	return (itemIndex) => {
		let dependsOnItem = false;
		return {
			itemIndex,
			read: (name) => {
				const source = sourceOf(name);
				if (source === 'engine' || 'plain' in source) dependsOnItem = true;
				return valueFor(source, name, itemIndex);
			},
			raw: (name) => context.getNodeParameter(name, 0, null, { rawExpressions: true }),
			inputFields: () => {
				dependsOnItem = true;
				return items[itemIndex].json;
			},
			allInputFields,
			isManual: context.getMode() === 'manual',
			hint,
			file: (property) => {
				dependsOnItem = true;
				return items[itemIndex].binary?.[property];
			},
			dependsOnItem: () => dependsOnItem,
		};
	};
}
