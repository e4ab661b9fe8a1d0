import type { ExportedWorkflow } from '../engine/engine.cts';
import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import type { Sandbox } from '../sandbox/sandbox.cts';

/** A Braze Trigger of a workflow, and where n8n listens for it once the workflow is active. */
export interface TriggerAddress {
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
			// n8n saves no parameter that has its default
			source: String(parameters.source ?? 'webhookMessage'),
			url: `${n8nUrl}/webhook/${webhookId}/braze`,
			secret: String(parameters.secret),
			user: String(parameters.user ?? 'braze'),
			events: parameters.events as string[] | undefined,
		}));
}

/** The name under which the sandbox keeps what Connected Content of the example needs. */
export const CONTENT_CREDENTIAL = 'n8n';

/** The body that somebody would type for the example of a webhook step. */
export const WEBHOOK_BODY =
	'{"user_id": "{{${user_id} | json_escape}}", "points": "{{custom_attribute.${points} | json_escape}}"}';

const webhookTo = (url: string, secret: string) => ({
	url,
	request_method: 'POST' as const,
	request_headers: { 'Content-Type': 'application/json', 'X-Braze-Secret': secret },
	body: WEBHOOK_BODY,
});

const firstOf = (triggers: TriggerAddress[], source: string): TriggerAddress | undefined =>
	triggers.find((trigger) => trigger.source === source);

/** @returns a webhook message that calls the first of the triggers that waits for one; undefined where none does */
export function webhookMessage(triggers: TriggerAddress[]): object | undefined {
	const trigger = firstOf(triggers, 'webhookMessage');
	return trigger && webhookTo(trigger.url, trigger.secret);
}

/** @returns the callback URL for an export of this name; undefined where no trigger waits for it */
export function callbackUrl(triggers: TriggerAddress[], name: string): string | undefined {
	const trigger = firstOf(triggers, 'segmentExport');
	return trigger && `${trigger.url}?secret=${encodeURIComponent(trigger.secret)}&export=${name}`;
}

/** Has the sandbox send what Braze sends to the triggers, each source in its way. */
export function pointAt({ sender }: Sandbox, triggers: TriggerAddress[]): void {
	for (const trigger of triggers) {
		const { source, url, secret, user, events } = trigger;
		switch (source) {
			case 'currents':
				sender.useCurrents({ url, token: secret, events });
				break;
			case 'transactionalEmailPostback':
				// a workspace has one such URL
				if (trigger !== firstOf(triggers, source)) break;
				sender.usePostbacks(`${url}?secret=${encodeURIComponent(secret)}`);
				break;
			case 'webhookMessage':
				sender.useWebhook(webhookTo(url, secret));
				break;
			case 'connectedContent':
				sender.useCredential(CONTENT_CREDENTIAL, { user, password: secret });
				break;
		}
	}
}

/** @returns the tag that asks the first of the triggers for content; undefined where none waits for it */
export function contentTag(triggers: TriggerAddress[]): string | undefined {
	const trigger = firstOf(triggers, 'connectedContent');
	if (!trigger) return undefined;
	return `{% connected_content ${trigger.url}?user_id={{\${user_id} | url_param_escape}} :basic_auth ${CONTENT_CREDENTIAL} :save reply %}`;
}
