import type { Counting } from '../endpoints/endpoint.cts';
import type { RateLimit } from '../rate-limits.cts';

/**
 * Counts a broadcast twice, among all and among those of its audience; the tighter one is told. A
 * request that names users is no broadcast.
 */
export function countBroadcast({ body, rateLimits, now }: Counting): RateLimit {
	if (!isBroadcast(body)) return rateLimits.count('requestsPerHour', now);
	const { campaign_id: campaign, canvas_id: canvas, segment_id: segment, audience } = body;
	const audienceKey = JSON.stringify([campaign ?? canvas, segment, audience]);
	const all = rateLimits.count('broadcastsPerMinute', now);
	const own = rateLimits.count('broadcastsPerAudiencePerMinute', now, audienceKey);
	if (all.exceeded !== own.exceeded) return all.exceeded ? all : own;
	return own.remaining <= all.remaining ? own : all;
}

function isBroadcast(body: Counting['body']): boolean {
	const lists = [body.external_user_ids, body.user_aliases, body.recipients];
	const namesUsers = lists.some((list) => Array.isArray(list) && list.length > 0);
	const reachesMany = body.broadcast === true || body.segment_id !== undefined || !!body.audience;
	return reachesMany && !namesUsers;
}
