import type { Delivery, SandboxSeed } from '../sandbox/sandbox.cts';

type Content = Record<string, unknown>;

const channelNames: Record<string, string> = {
	android_push: 'Android Push',
	apple_push: 'Apple Push',
	content_card: 'Content Card',
	email: 'Email',
	in_app_message: 'In-App Message',
	kindle_push: 'Kindle Push',
	sms: 'SMS',
	web_push: 'Web Push',
	webhook: 'Webhook',
	whats_app: 'WhatsApp',
};

const channelName = (channel: string): string => channelNames[channel] ?? channel;

/** What reached a user: a channel, or a campaign or a Canvas of the workspace by name. */
export function carrierOf({ campaigns, canvases }: SandboxSeed, delivery: Delivery): string {
	const { channel, channels, campaignId, canvasId } = delivery;
	if (channel !== undefined) return channelName(channel);
	const { name } = [...campaigns, ...canvases].find(
		({ id }) => id === (campaignId ?? canvasId),
	) ?? {
		name: 'unknown',
	};
	if (canvasId !== undefined) return `Canvas "${name}"`;
	return `Campaign "${name}" (${(channels ?? []).map(channelName).join(', ')})`;
}

/** One line on what a user got. */
export function textOf({ channel, content }: Delivery): string {
	if (!isContent(content)) return String(content);
	switch (channel) {
		case undefined:
			return pairsOf(content.trigger_properties ?? content.context);
		case 'email':
			return joined(content.subject, content.preheader);
		case 'sms':
			return joined(content.body);
		case 'webhook':
			return joined(content.url);
		case 'whats_app':
			return whatsAppText(content.message);
		case 'content_card':
			return joined(content.title, content.description);
		default:
			return isContent(content.alert)
				? joined(content.alert.title, content.alert.body)
				: joined(content.title, content.alert);
	}
}

function whatsAppText(message: unknown): string {
	if (!isContent(message)) return '';
	const { template_name: template, body_variables: variables, body } = message;
	if (template === undefined) return joined(body);
	const values = isContent(variables) ? Object.values(variables) : [];
	return `template ${String(template)}: ${values.join(', ')}`;
}

/** Keys and values as a person reads them. */
export function pairsOf(value: unknown): string {
	if (!isContent(value)) return '';
	return Object.entries(value)
		.map(([key, entry]) => `${key}: ${typeof entry === 'object' ? JSON.stringify(entry) : entry}`)
		.join(', ');
}

const joined = (...parts: unknown[]): string =>
	parts.filter((part) => part !== undefined && part !== '').join(' | ');

const isContent = (value: unknown): value is Content =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
