import { addresses, listed } from '../../schemas/addresses.cts';
import { keys, oneOf } from '../../schemas/json-schema.cts';
import { setEmailState } from '../../workspace/email-state.cts';
import type { SubscriptionState } from '../../workspace/users.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /email/status: the global state of up to 50 addresses, of one that nobody has as well. */
export const setEmailSubscription: Endpoint = {
	method: 'POST',
	path: '/email/status',
	permission: 'email.status',
	body: keys(
		{ email: addresses, subscription_state: oneOf('subscribed', 'unsubscribed', 'opted_in') },
		['email', 'subscription_state'],
	),
	success: 201,
	handle({ body, workspace, note }) {
		for (const email of listed(body.email)) {
			const count = setEmailState(workspace, email, body.subscription_state as SubscriptionState);
			if (count === 0) note(`nobody has ${email} yet; its state is kept for who gets it`);
		}
		return done();
	},
};
