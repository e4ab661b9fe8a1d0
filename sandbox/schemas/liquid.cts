const OPENED = /\{\{|\{%|\}\}|%\}/g;
const CLOSES: Record<string, string> = { '{{': '}}', '{%': '%}' };

/**
 * Whether every {{ and {% is closed before the next one. What stands inside is not looked at. An end
 * alone is text; the } of ${name} before a }} belongs to the name.
 */
export function isWellFormedLiquid(text: string): boolean {
	let wanted: string | undefined;
	for (const [mark] of text.matchAll(OPENED)) {
		if (wanted === undefined) wanted = CLOSES[mark];
		else if (mark === wanted) wanted = undefined;
		else if (mark in CLOSES) return false;
	}
	return wanted === undefined;
}
