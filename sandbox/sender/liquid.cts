import type { Delivery } from '../records.cts';
import type { UserProfile } from '../workspace/users.cts';
import type { Workspace } from '../workspace/workspace.cts';

/** What Liquid can name while one message is rendered for one user. */
export interface Rendering {
	workspace: Workspace;
	delivery: Delivery;
	profile?: UserProfile;
	/** What Connected Content saved, by name. */
	saved: Record<string, unknown>;
}

/** An output. Inside, ${name} may close with its own brace right before the two of the output. */
export const OUTPUT = /\{\{((?:\$\{[^}]*\}|[^{}])*)\}\}/g;

/** Replaces every output of a text; Liquid's tags are left alone. A name that is not known is empty. */
export function render(text: string, rendering: Rendering): string {
	return text.replace(OUTPUT, (_output, expression: string) => evaluate(expression, rendering));
}

function evaluate(expression: string, rendering: Rendering): string {
	const [name, ...filters] = expression.split('|').map((part) => part.trim());
	const value = filters.reduce(applyFilter, valueOf(name, rendering));
	return textOf(value);
}

const textOf = (value: unknown): string => {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
};

function valueOf(name: string, rendering: Rendering): unknown {
	const quoted = /^(['"])(.*)\1$/.exec(name);
	if (quoted) return quoted[2];
	const braze = /^(?:(\w+)\.)?\$\{([^}]*)\}$/.exec(name);
	if (braze) return brazeValue(braze[1], braze[2], rendering);
	return name
		.replace(/\[['"]?([^\]'"]+)['"]?\]/g, '.$1')
		.split('.')
		.reduce<unknown>(keyOf, rendering.saved);
}

function keyOf(value: unknown, key: string): unknown {
	const isHolder = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
	return isHolder ? (value as Record<string, unknown>)[key] : undefined;
}

function brazeValue(
	group: string | undefined,
	name: string,
	{ workspace, delivery, profile }: Rendering,
): unknown {
	const content = delivery.content as Record<string, unknown>;
	switch (group) {
		case undefined:
			return profile && userValue(name, profile);
		case 'custom_attribute':
			return profile?.custom_attributes[name];
		case 'api_trigger_properties':
			return keyOf(content.trigger_properties, name);
		case 'context':
		case 'canvas_entry_properties':
			return keyOf(content.context, name);
		case 'campaign': {
			const campaign = workspace.campaigns.find(delivery.campaignId);
			return { api_id: campaign?.id, name: campaign?.name, dispatch_id: delivery.dispatchId }[name];
		}
		case 'canvas': {
			const canvas = workspace.canvases.find(delivery.canvasId);
			return { api_id: canvas?.id, name: canvas?.name }[name];
		}
		default:
			return undefined;
	}
}

function userValue(name: string, profile: UserProfile): unknown {
	switch (name) {
		case 'user_id':
			return profile.external_id;
		case 'braze_id':
			return profile.braze_id;
		case 'email_address':
			return profile.email;
		case 'phone_number':
			return profile.phone;
		default:
			return keyOf(profile, name);
	}
}

function applyFilter(value: unknown, filter: string): unknown {
	const [, name, argument = ''] = /^(\w+)\s*:?\s*(.*)$/s.exec(filter) ?? [];
	const text = textOf(value);
	switch (name) {
		case 'json_escape':
			return JSON.stringify(text).slice(1, -1);
		case 'url_param_escape':
			return encodeURIComponent(text);
		case 'url_escape':
			return encodeURI(text);
		case 'url_encode':
			return encodeURIComponent(text).replace(/%20/g, '+');
		case 'default':
			return text === '' ? argument.replace(/^(['"])(.*)\1$/s, '$2') : value;
		case 'upcase':
			return text.toUpperCase();
		case 'downcase':
			return text.toLowerCase();
		default:
			// A filter the sandbox does not have leaves the value as it is.
			return value;
	}
}
