import {
	dateTime,
	identifier,
	keyValues,
	object,
	string,
	type Properties,
} from './json-schema.cts';
import { applePush } from './messages/apple-push.cts';

/** What starting and updating have in common. */
export const activityKeys: Properties = {
	app_id: identifier,
	activity_id: identifier,
	content_state: keyValues,
	stale_date: dateTime,
	notification: applePush.schema,
};

/** The notification that has to come with a start. */
export const startAlert = object('alert', { title: string, body: string }, ['title', 'body']);
