import type { IExecuteFunctions, INode } from 'n8n-workflow';

/** @returns whether an agent calls the node: n8n gives it a type of its own then */
export const isTool = ({ type }: Pick<INode, 'type'>): boolean => type.endsWith('Tool');

/**
 * @returns whether failures become items. A tool has no error output: of what went there n8n gives the model nothing, which reads
 *   as a success
 */
export function continuesOnFail(context: IExecuteFunctions): boolean {
	const node = context.getNode();
	return context.continueOnFail() && !(isTool(node) && node.onError === 'continueErrorOutput');
}
