/** @returns whether a stored parameter value holds an expression anywhere; n8n marks one by a leading equals sign */
export function holdsExpression(stored: unknown): boolean {
	if (typeof stored === 'string') return stored.startsWith('=');
	return (
		typeof stored === 'object' && stored !== null && Object.values(stored).some(holdsExpression)
	);
}
