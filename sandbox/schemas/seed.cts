import { RATE_LIMITS } from '../limits.cts';
import {
	boolean,
	identifier,
	integer,
	keyValues,
	list,
	object,
	oneOf,
	string,
	type JsonSchema,
} from './json-schema.cts';
import { messageObjects } from './messages/messages.cts';
import { userAlias } from './recipient.cts';

const dateTime: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };
const state = oneOf('active', 'paused', 'archived');
const subscription = oneOf('opted_in', 'subscribed', 'unsubscribed');
const dates = { created_at: dateTime, last_edited: dateTime };

const key = object('key', { name: identifier, key: identifier, permissions: list(identifier) }, [
	'name',
	'key',
	'permissions',
]);

const user = object('user', {
	external_id: identifier,
	braze_id: identifier,
	user_aliases: list(userAlias),
	email: string,
	first_name: string,
	last_name: string,
	time_zone: { type: 'string', format: 'time-zone' },
	push_subscription: subscription,
	email_subscription: subscription,
	last_used_app: dateTime,
	custom_attributes: keyValues,
});

const campaign = object(
	'campaign',
	{
		id: identifier,
		name: string,
		kind: oneOf('api', 'api_triggered', 'scheduled'),
		state,
		tags: list(string),
		...dates,
		variations: {
			type: 'object',
			additionalProperties: oneOf(...Object.keys(messageObjects.send)),
		},
		send_ids: list(identifier),
		segment_id: identifier,
	},
	['id', 'name', 'kind', 'variations'],
);

const canvas = object(
	'canvas',
	{ id: identifier, name: string, state, tags: list(string), ...dates, segment_id: identifier },
	['id', 'name'],
);

const segment = object(
	'segment',
	{
		id: identifier,
		name: string,
		tags: list(string),
		created_at: dateTime,
		analytics_tracking_enabled: boolean,
		users: { type: ['array', 'string'], items: identifier },
	},
	['id', 'name', 'users'],
);

const emailTemplate = object(
	'email template',
	{
		email_template_id: identifier,
		template_name: string,
		created_at: dateTime,
		updated_at: dateTime,
		tags: list(string),
	},
	['email_template_id', 'template_name'],
);

const scheduledBroadcast = object(
	'scheduled broadcast',
	{
		id: identifier,
		name: string,
		type: oneOf('Canvas', 'Campaign'),
		tags: list(string),
		schedule_type: identifier,
		in_days: integer,
		time: { type: 'string', format: 'time' },
		repeats_every_days: { type: 'integer', minimum: 1 },
	},
	['id', 'name', 'type', 'schedule_type', 'in_days', 'time'],
);

const limit: JsonSchema = { type: 'integer', minimum: 0 };

/** A seed as JSON. */
export const SEED_SCHEMA = object(
	'seed',
	{
		keys: list(key),
		users: list(user),
		campaigns: list(campaign),
		canvases: list(canvas),
		segments: list(segment),
		email_templates: list(emailTemplate),
		scheduled_broadcasts: list(scheduledBroadcast),
		anyUserExists: boolean,
		invalidUserIds: list(identifier),
		fill: limit,
		rateLimits: object(
			'rate limits',
			Object.fromEntries(Object.keys(RATE_LIMITS).map((name) => [name, limit])),
		),
	},
	['keys', 'users', 'campaigns', 'canvases', 'segments', 'email_templates'],
);
