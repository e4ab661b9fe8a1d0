import { addresses, listed } from '../../schemas/addresses.cts';
import { keys } from '../../schemas/json-schema.cts';
import { setEmailState } from '../../workspace/email-state.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /email/blocklist: unsubscribes up to 50 addresses and marks them as hard-bounced. */
export const blocklistEmailAddresses: Endpoint = {
	method: 'POST',
	path: '/email/blocklist',
	permission: 'email.blacklist',
	body: keys({ email: addresses }, ['email']),
	success: 201,
	handle({ body, workspace }) {
		for (const email of listed(body.email)) {
			setEmailState(workspace, email, 'unsubscribed');
			workspace.hardBounces.add({ name: email, at: workspace.clock.now() });
		}
		return done();
	},
};
