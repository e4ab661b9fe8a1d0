/** A JSON object. */
export type Rec = Record<string, unknown>;

export const isRecord = (value: unknown): value is Rec =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @returns the fields of both; where a name is taken already, the later field gets the prefix, so that none is lost
 */
export function joined(first: Rec, later: Rec, prefix: string): Rec {
	const fields = new Map(Object.entries(first));
	for (const [key, value] of Object.entries(later))
		fields.set(freeName(fields, key, prefix), value);
	return Object.fromEntries(fields);
}

function freeName(fields: ReadonlyMap<string, unknown>, key: string, prefix: string): string {
	let name = key;
	while (fields.has(name)) name = `${prefix}_${name}`;
	return name;
}

/** @returns a record in which the fields of these nested records stand at the top level */
export function withoutNesting(record: Rec, nested: readonly string[]): Rec {
	const top = Object.entries(record).filter(([key, value]) => !isMoved(key, value));
	return nested.reduce<Rec>(
		(flat, key) => (isRecord(record[key]) ? joined(flat, record[key], key) : flat),
		Object.fromEntries(top),
	);

	function isMoved(key: string, value: unknown): boolean {
		return nested.includes(key) && isRecord(value);
	}
}
