import { keys, list } from '../../schemas/json-schema.cts';
import { track } from '../../tracking/track.cts';
import type { Endpoint } from '../endpoint.cts';

const NOTHING_VALID =
	"Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.";
const objects = list({ type: 'object' });

/** POST /users/track: attributes, events and purchases of up to 75 objects together. */
export const trackUsers: Endpoint = {
	method: 'POST',
	path: '/users/track',
	permission: 'users.track',
	rateLimit: 'trackPerThreeSeconds',
	body: keys({ attributes: objects, events: objects, purchases: objects }, [], {
		minProperties: 1,
		brazeErrors: { minProperties: NOTHING_VALID },
	}),
	success: 201,
	handle: (call) => ({ body: track(call) }),
};
