/**
 * Works out once what follows from a declaration: declarations never change, and a run asks for every one of its items.
 *
 * @returns the same function, which gives the same result for the same declaration
 */
export function remembered<Declaration extends object, Result>(
	workOut: (declaration: Declaration) => Result,
): (declaration: Declaration) => Result {
	const known = new WeakMap<Declaration, { result: Result }>();
	return (declaration) => {
		const before = known.get(declaration);
		if (before) return before.result;
		const result = workOut(declaration);
		known.set(declaration, { result });
		return result;
	};
}
