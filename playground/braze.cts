import type { ExportedWorkflow } from '../engine/engine.cts';
import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import type { Sandbox } from '../sandbox/sandbox.cts';

/** A Braze Trigger of a workflow, and where n8n listens for it once the workflow is active. */
interface TriggerAddress {
	source: string;
	url: string;
	secret: string;
	user: string;
	events?: string[];
}

/** @returns the Braze Triggers of workflows with their production URLs */
export function triggersOf(workflows: ExportedWorkflow[], n8nUrl: string): TriggerAddress[] {
	return workflows
		.flatMap(({ nodes }) => nodes)
		.filter(({ type, disabled }) => type === TRIGGER_TYPE && disabled !== true)
		.map(({ webhookId, parameters }) => ({
			source: String(parameters.source),
			url: `${n8nUrl}/webhook/${webhookId}/braze`,
			secret: String(parameters.secret),
			user: String(parameters.user ?? 'braze'),
			events: parameters.events as string[] | undefined,
		}));
}

/** The name under which the sandbox keeps what Connected Content of the example needs. */
export const CONTENT_CREDENTIAL = 'n8n';

/** Has the sandbox send what Braze sends to the triggers, each source in its way. */
export function pointAt({ sender }: Sandbox, triggers: TriggerAddress[]): void {
	for (const { source, url, secret, user, events } of triggers) {
		switch (source) {
			case 'currents':
				sender.useCurrents({ url, token: secret, events });
				break;
			case 'transactionalEmailPostback':
				sender.usePostbacks(`${url}?secret=${encodeURIComponent(secret)}`);
				break;
			case 'webhookMessage':
				sender.useWebhook({
					url,
					request_method: 'POST',
					request_headers: { 'Content-Type': 'application/json', 'X-Braze-Secret': secret },
					body: '{"user_id": "{{${user_id} | json_escape}}", "campaign_id": "{{campaign.${api_id}}}"}',
				});
				break;
			case 'connectedContent':
				sender.useCredential(CONTENT_CREDENTIAL, { user, password: secret });
				break;
		}
	}
}

/** @returns the tag that asks the first of the triggers for content; undefined where none waits for it */
export function contentTag(triggers: TriggerAddress[]): string | undefined {
	const trigger = triggers.find(({ source }) => source === 'connectedContent');
	if (!trigger) return undefined;
	return `{% connected_content ${trigger.url}?user_id={{\${user_id} | url_param_escape}} :basic_auth ${CONTENT_CREDENTIAL} :save reply %}`;
}
