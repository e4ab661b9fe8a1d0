import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { searches } from './form/pickers';
import { properties } from './form/properties';
import { receive } from './receive';
import { readSettings } from './settings';

export class BrazeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Braze Trigger',
		name: 'brazeTrigger',
		icon: { light: 'file:../../icons/braze.svg', dark: 'file:../../icons/braze.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["source"] }}',
		description:
			'Starts the workflow when Braze calls: events, webhook messages, exports, Connected Content',
		eventTriggerDescription: 'Waiting for Braze to call the test URL',
		activationMessage: 'Braze can now call the production URL of this workflow',
		defaults: { name: 'Braze Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'brazeApi',
				required: false,
				displayOptions: { show: { source: ['currents', 'transactionalEmailPostback'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: '={{ $parameter["httpMethod"] || "POST" }}',
				responseMode:
					'={{ $parameter["source"] === "connectedContent" ? "lastNode" : "onReceived" }}',
				// without this n8n answers with the word firstEntryJson where it does not wait for the last node
				responseData: '={{ $parameter["source"] === "connectedContent" ? "firstEntryJson" : "" }}',
				path: 'braze',
			},
		],
		triggerPanel: {
			header: 'Let Braze call this workflow',
			executionsHelp: {
				inactive:
					'Braze cannot be asked to call: paste the test URL into Braze, listen, and send a test from its dashboard. Once this workflow is active, Braze calls the production URL, and the calls stand in the list of executions.',
				active:
					'Paste the test URL into Braze, listen, and send a test from its dashboard. This workflow is active, so calls of the production URL start it too; they stand in the list of executions.',
			},
			activationHint:
				'Once this workflow is active, put the production URL into Braze in place of the test URL.',
		},
		properties,
	};

	methods = { listSearch: searches };

	/** Braze has no call that registers a webhook: a person pastes the URL. What can be checked is the form. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				readSettings(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
