import { MAX_ALIAS_BYTES, MAX_PROPERTIES_BYTES, MAX_USERS } from '../limits.cts';
import {
	boolean,
	has,
	holds,
	identifier,
	keyValues,
	list,
	object,
	oneOf,
	type JsonSchema,
} from './json-schema.cts';
import { jsonBytes } from './messages/message-object.cts';
import type { Problem } from './validate.cts';

/** The keys that can name a user in a recipient, one at a time. */
export const RECIPIENT_IDENTIFIERS = ['external_user_id', 'user_alias', 'email', 'braze_id'];

export const userAlias = object('user_alias', { alias_name: identifier, alias_label: identifier }, [
	'alias_name',
	'alias_label',
]);

const attributes: JsonSchema = {
	type: 'object',
	properties: {
		subscription_groups: list(
			object(
				'subscription_group',
				{
					subscription_group_id: identifier,
					subscription_state: oneOf('subscribed', 'unsubscribed'),
				},
				['subscription_group_id', 'subscription_state'],
			),
		),
	},
};

const prioritization = list(
	oneOf('identified', 'unidentified', 'most_recently_updated', 'least_recently_updated'),
	{ minItems: 1 },
);

/** Recipients of a trigger of one kind, with the personalization keys of that kind. */
export function recipients(kind: keyof typeof personalization): JsonSchema {
	const recipient = object(
		`${kind}_recipient`,
		{
			external_user_id: identifier,
			user_alias: userAlias,
			email: { type: 'string', format: 'address' },
			braze_id: identifier,
			prioritization,
			...personalization[kind],
			send_to_existing_only: boolean,
			attributes,
		},
		[],
		{
			allOf: [
				{ if: has('email'), then: { required: ['prioritization'], because: 'with email' } },
				{
					if: holds('send_to_existing_only', false),
					then: {
						required: ['attributes'],
						properties: {
							attributes: { minProperties: 1, because: 'when send_to_existing_only is false' },
							user_alias: false,
						},
						because: 'when send_to_existing_only is false',
					},
				},
			],
		},
	);
	return list(recipient, {
		maxItems: MAX_USERS,
		brazeErrors: { maxItems: 'The max number of ids per request was exceeded' },
	});
}

/** Top-level and per-recipient personalization: the keys a campaign and a Canvas take. */
export const personalization = {
	campaign: { trigger_properties: keyValues },
	canvas: { context: keyValues, canvas_entry_properties: keyValues },
};

/** One recipient of a body that fits its schema. */
export interface Recipient {
	external_user_id?: string;
	user_alias?: { alias_name: string; alias_label: string };
	email?: string;
	braze_id?: string;
	prioritization?: string[];
	trigger_properties?: Record<string, unknown>;
	context?: Record<string, unknown>;
	canvas_entry_properties?: Record<string, unknown>;
	send_to_existing_only?: boolean;
	attributes?: Record<string, unknown>;
}

/** Personalization above its limit, at one level of the body. */
export function personalizationProblems(holder: object, path: string): Problem[] {
	const keys = ['trigger_properties', 'context', 'canvas_entry_properties'];
	return Object.entries(holder)
		.filter(([key, value]) => keys.includes(key) && jsonBytes(value) > MAX_PROPERTIES_BYTES)
		.map(([key]) => ({ detail: `${path}${key} must be at most ${MAX_PROPERTIES_BYTES} bytes` }));
}

/** What a schema cannot say about recipients. */
export function recipientProblems(recipient: Recipient, path: string): Problem[] {
	const problems = personalizationProblems(recipient, `${path}.`);
	const named = RECIPIENT_IDENTIFIERS.filter((key) => key in recipient);
	if (named.length !== 1) {
		const detail = `${path} must have exactly one of ${RECIPIENT_IDENTIFIERS.join(', ')}`;
		problems.push({ detail });
	}
	if (recipient.user_alias) problems.push(...aliasProblems(recipient.user_alias, path));
	const rules = recipient.prioritization ?? [];
	if (rules.includes('identified') && rules.includes('unidentified')) {
		const detail = `${path}.prioritization must not hold both identified and unidentified`;
		problems.push({ detail });
	}
	return problems;
}

/** An alias above the limit of its two parts. */
export function aliasProblems(
	alias: { alias_name: string; alias_label: string },
	path: string,
): Problem[] {
	return Object.entries(alias)
		.filter(([, part]) => Buffer.byteLength(part, 'utf8') > MAX_ALIAS_BYTES)
		.map(([key]) => ({ detail: `${path}.${key} must be at most ${MAX_ALIAS_BYTES} bytes` }));
}
