import { boolean, dateTime, keys } from '../../schemas/json-schema.cts';
import { activityKeys } from '../../schemas/live-activity.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /messages/live_activity/update: an activity that the app started is known to the app only, so any is taken. */
export const updateLiveActivity: Endpoint = {
	method: 'POST',
	path: '/messages/live_activity/update',
	permission: 'messages.live_activity.update',
	body: keys({ ...activityKeys, end_activity: boolean, dismissal_date: dateTime }, [
		'app_id',
		'activity_id',
		'content_state',
	]),
	success: 201,
	handle({ body, workspace, note }) {
		const key = JSON.stringify([body.app_id, body.activity_id]);
		const known = workspace.liveActivities.find(key);
		if (!known) note(`${key} was not started here`);
		if (known?.isEnded) note(`${key} has ended, so nothing changes`);
		workspace.liveActivities.add({
			key,
			users: known?.users ?? 0,
			state: body.content_state,
			isEnded: known?.isEnded === true || body.end_activity === true,
		});
		return done();
	},
};
