/** The words of a text, for lists of keys. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** The same inside the object under a key. */
export const under = (key: string, text: string): string[] =>
	words(text).map((word) => `${key}.${word}`);
