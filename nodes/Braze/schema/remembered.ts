/**
 * Works out once what follows from a declaration: declarations never change, and a run asks for every one of its items.
 *
 * @param workOut gets what else it is given for the words of a refusal alone; what it throws is not remembered
 * @returns the same function, which gives the same result for the same declaration
 */
export function remembered<Declaration extends object, Result, ForWords extends unknown[] = []>(
	workOut: (declaration: Declaration, ...forWords: ForWords) => Result,
): (declaration: Declaration, ...forWords: ForWords) => Result {
	const known = new WeakMap<Declaration, { result: Result }>();
	return (declaration, ...forWords) => {
		const before = known.get(declaration);
		if (before) return before.result;
		const result = workOut(declaration, ...forWords);
		known.set(declaration, { result });
		return result;
	};
}

/** Texts that are remembered at a time: those of one item are mostly those of the next, and a process runs for weeks. */
const MOST_TEXTS = 1000;

/**
 * Works out once what follows from a text alone.
 *
 * @returns the same function, which gives the same result for the same text
 */
export function rememberedText<Result>(
	workOut: (text: string) => Result,
): (text: string) => Result {
	const known = new Map<string, { result: Result }>();
	return (text) => {
		const before = known.get(text);
		if (before) return before.result;
		const result = workOut(text);
		if (known.size >= MOST_TEXTS) known.clear();
		known.set(text, { result });
		return result;
	};
}
