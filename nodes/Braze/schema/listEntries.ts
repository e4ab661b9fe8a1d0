/** An entry between quotes, as a table writes one that holds a comma, up to what ends it. */
const quotedEntry = /[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*(?=[,\n]|$)/y;
const plainEntry = /[^,\n]*/y;

/** @returns the entries of a text with commas or line breaks between them, some in quotes as tables write them */
export function listEntries(text: string): string[] {
	if (!text.includes('"')) return text.split(/[,\n]/).map((entry) => entry.trim());
	const entries: string[] = [];
	for (let at = 0; at <= text.length; at++) {
		quotedEntry.lastIndex = plainEntry.lastIndex = at;
		const quoted = quotedEntry.exec(text);
		const entry = quoted ? quoted[1].replaceAll('""', '"') : (plainEntry.exec(text)?.[0] ?? '');
		entries.push(entry.trim());
		at = quoted ? quotedEntry.lastIndex : plainEntry.lastIndex;
	}
	return entries;
}
