/** @returns what a function gives, or what it throws */
export function tried<Value>(run: () => Value): { value: Value } | { fault: Error } {
	try {
		return { value: run() };
	} catch (error) {
		return { fault: error as Error };
	}
}
