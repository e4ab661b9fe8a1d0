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
