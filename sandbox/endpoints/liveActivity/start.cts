import { refuse } from '../../errors.cts';
import { checkSegment } from '../../messaging/targeting.cts';
import { MAX_USERS } from '../../limits.cts';
import { audience } from '../../schemas/audience.cts';
import { identifier, keyValues, keys, list } from '../../schemas/json-schema.cts';
import { activityKeys } from '../../schemas/live-activity.cts';
import { userAlias } from '../../schemas/recipient.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /messages/live_activity/start */
export const startLiveActivity: Endpoint = {
	method: 'POST',
	path: '/messages/live_activity/start',
	permission: 'messages.live_activity.start',
	body: keys(
		{
			...activityKeys,
			activity_attributes_type: identifier,
			activity_attributes: keyValues,
			external_user_ids: list(identifier),
			user_aliases: list(userAlias),
			segment_id: identifier,
			custom_audience: audience,
		},
		[
			'app_id',
			'activity_id',
			'activity_attributes_type',
			'activity_attributes',
			'content_state',
			'notification',
		],
	),
	success: 201,
	handle({ body, workspace, note }) {
		const { external_user_ids: ids = [], user_aliases: aliases = [] } = body as {
			external_user_ids?: string[];
			user_aliases?: Array<{ alias_name: string; alias_label: string }>;
		};
		const users = ids.length + aliases.length;
		const targets = [
			users > 0,
			body.segment_id !== undefined,
			body.custom_audience !== undefined,
		].filter(Boolean);
		const { alert } = body.notification as { alert?: Record<string, unknown> };
		refuse([
			...(targets.length === 1
				? []
				: [{ detail: 'exactly one of users, segment_id and custom_audience must be given' }]),
			...(users > MAX_USERS ? [{ detail: `at most ${MAX_USERS} users can be named` }] : []),
			...(alert?.title && alert.body
				? []
				: [{ detail: 'notification.alert must have title and body' }]),
		]);
		checkSegment(workspace, body.segment_id as string | undefined);
		const named = [
			...ids.map((id) => ({ external_user_id: id })),
			...aliases.map((alias) => ({ user_alias: alias })),
		];
		for (const one of named) {
			if (!workspace.users.find(one))
				note(`${JSON.stringify(one)} does not exist, so it gets nothing`);
		}
		const key = JSON.stringify([body.app_id, body.activity_id]);
		if (workspace.liveActivities.find(key)) note(`${key} started before, so it starts again`);
		workspace.liveActivities.add({ key, users, state: body.content_state, isEnded: false });
		return done();
	},
};
