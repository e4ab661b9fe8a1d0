import { addresses, listed } from '../../schemas/addresses.cts';
import { keys } from '../../schemas/json-schema.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /email/spam/remove: takes up to 50 addresses off the spam list. */
export const removeFromSpamList: Endpoint = {
	method: 'POST',
	path: '/email/spam/remove',
	permission: 'email.spam.remove',
	body: keys({ email: addresses }, ['email']),
	success: 201,
	handle({ body, workspace, note }) {
		for (const email of listed(body.email)) {
			if (!workspace.spamReports.remove(email)) note(`${email} is not on the spam list`);
		}
		return done();
	},
};
