import { addresses, listed } from '../../schemas/addresses.cts';
import { keys } from '../../schemas/json-schema.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /email/bounce/remove: takes up to 50 addresses off the list of hard bounces. */
export const removeHardBounces: Endpoint = {
	method: 'POST',
	path: '/email/bounce/remove',
	permission: 'email.bounce.remove',
	body: keys({ email: addresses }, ['email']),
	success: 201,
	handle({ body, workspace, note }) {
		for (const email of listed(body.email)) {
			if (!workspace.hardBounces.remove(email)) note(`${email} is not on the list of hard bounces`);
		}
		return done();
	},
};
