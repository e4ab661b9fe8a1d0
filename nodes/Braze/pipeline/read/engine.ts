import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** n8n's expression engine for the input items of a run. */
export interface Engine {
	/**
	 * The fields of the item that expressions see, undefined where only the engine knows. In a tool that is the item of the workflow
	 * that the agent works on, while the node's own input holds the arguments of the model.
	 */
	itemAt: (itemIndex: number) => IDataObject | undefined;
	/** What a text with expressions becomes. */
	text: (text: string, itemIndex: number) => unknown;
	/** The value of an expression's code, in the type that it gives. */
	value: (code: string, itemIndex: number) => unknown;
	/** What the code of each of several expressions puts into a text. */
	texts: (codes: string[], itemIndex: number) => string[];
}

/** Stands between the values of a text and in none of them, since nobody can know it. */
const SEPARATOR = `n8nNodesBraze${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;

const inBrackets = (code: string): string => `{{${code}}}`;

/** @returns the engine of a run, which evaluates for the node at hand */
export function engineOf(context: IExecuteFunctions): Engine {
	const value = (code: string, itemIndex: number): unknown =>
		context.evaluateExpression(inBrackets(code), itemIndex);

	const texts = (codes: string[], itemIndex: number): string[] => {
		const between = [...codes.map(inBrackets), ''].join(SEPARATOR);
		const text: unknown = context.evaluateExpression(`${SEPARATOR}${between}`, itemIndex);
		if (typeof text === 'string') return text.split(SEPARATOR).slice(1, -1);
		// the engine gives up on the whole text when one part of it throws: the others still have their values
		return codes.length > 1 ? codes.map((code) => texts([code], itemIndex)[0]) : [''];
	};

	let itemAt: Engine['itemAt'] | undefined;
	return {
		itemAt: (itemIndex) => (itemAt ??= itemsOf(context))(itemIndex),
		text: (text, itemIndex) => context.evaluateExpression(text, itemIndex),
		value,
		texts,
	};
}

/**
 * Expressions see the items that n8n calls `$input`; some workflows keep files apart from items, which then are their fields alone.
 * Whatever answers otherwise leaves every expression to the engine.
 */
function itemsOf(context: IExecuteFunctions): Engine['itemAt'] {
	const { $input, $thisItem } = context.getWorkflowDataProxy(0);
	const first = $thisItem as INodeExecutionData | undefined;
	// without items `$input` throws
	if (!first) return () => undefined;
	const items = ($input as { all: () => unknown[] }).all();
	if (items[0] === first)
		return (itemIndex) => (items[itemIndex] as typeof first | undefined)?.json;
	if (items[0] === first.json) return (itemIndex) => items[itemIndex] as IDataObject | undefined;
	return () => undefined;
}
