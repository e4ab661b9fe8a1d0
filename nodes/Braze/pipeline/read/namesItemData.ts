/**
 * Names that give the same for every item of a run. Any other name that n8n puts into expressions, known or new, may give
 * something of an item.
 */
const ofTheRun = new Set([
	'env',
	'execution',
	'if',
	'ifEmpty',
	'jmespath',
	'max',
	'min',
	'mode',
	'nodeId',
	'nodeVersion',
	'not',
	'now',
	'runIndex',
	'secrets',
	'today',
	'vars',
	'webhookId',
	'workflow',
]);

/** A name of n8n's, as `$json`, `$now` or `$('Node')`; a dollar sign before a brace is Liquid's or JavaScript's. */
const n8nName = /\$(?:\(|([A-Za-z_]\w*))/g;

/**
 * @param raw a parameter as it is stored, expressions unevaluated
 * @returns whether an expression in it names data of an item
 */
export function namesItemData(raw: unknown): boolean {
	if (typeof raw === 'string') {
		if (!raw.startsWith('=') && !raw.includes('{{')) return false;
		return [...raw.matchAll(n8nName)].some(([, name]) => name === undefined || !ofTheRun.has(name));
	}
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(namesItemData);
}
