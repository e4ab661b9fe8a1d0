import type { INode } from 'n8n-workflow';

/** @returns whether an agent calls the node: n8n gives it a type of its own then */
export const isTool = ({ type }: Pick<INode, 'type'>): boolean => type.endsWith('Tool');
