import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { listSearch, resourceMapping } from './pickers';
import { findOperation } from './endpoints';
import { properties } from './endpoints/form';
import { runNode } from './pipeline/run';
import type { Operation } from './pipeline/operation';

/** What n8n itself adds to the lists of resources and operations. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/**
 * @returns the operation that the form has chosen, or a NodeOperationError for one that is not there, and for n8n's own *Custom API
 *   Call*, which is made with another node
 */
function chosenOperation(context: IExecuteFunctions): Operation | NodeOperationError {
	// of a custom call, and where the resource is not there, the form lacks the other one
	const resource = String(context.getNodeParameter('resource', 0, ''));
	const value = String(context.getNodeParameter('operation', 0, ''));
	const operation = findOperation(resource, value);
	if (operation) return operation;
	if (![resource, value].includes(CUSTOM_API_CALL)) {
		return new NodeOperationError(
			context.getNode(),
			value === ''
				? `There is no resource "${resource}"`
				: `The resource "${resource}" has no operation "${value}"`,
			{ description: 'Choose Resource and Operation again' },
		);
	}
	return new NodeOperationError(
		context.getNode(),
		'Custom API Call is made with the HTTP Request node, not with this one',
		{
			description: 'Add an HTTP Request node, choose Predefined Credential Type and then Braze API',
		},
	);
}

export class Braze implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Braze',
		name: 'braze',
		icon: { light: 'file:../../icons/braze.svg', dark: 'file:../../icons/braze.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Send messages, trigger campaigns, update users and their consent, keep catalogs and content, and read reports in Braze',
		builderHint: {
			searchHint:
				'Braze customer engagement: pick a resource, then an operation. To tell Braze about a user, use User; to send text written in n8n, Message; to send what was made in Braze, Campaign Trigger or Canvas Trigger. Items share requests by themselves, so no loop is needed.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-braze.brazeTrigger',
					relationHint: 'Starts a workflow with what Braze tells: events, webhooks, replies',
				},
				{
					nodeType: 'n8n-nodes-base.httpRequest',
					relationHint: 'Calls any other endpoint of Braze with the credential of this node',
				},
			],
		},
		defaults: { name: 'Braze' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'brazeApi', required: true }],
		properties,
	};

	methods = { listSearch, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, chosenOperation);
	}
}
