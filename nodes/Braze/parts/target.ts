import { isAbsent } from '../schema/convert';
import type { BrazeField } from '../schema/field';
import { InvalidInput } from '../schema/invalidInput';
import { userLists } from '../pipeline/call';
import type { Message, User } from '../pipeline/call';
import type { ItemParameters } from '../pipeline/read/parameters';
import { checkAudience } from './audience/check';
import { segmentId } from './identifiers';

const noUsersNamed = { show: { sendTo: ['audience'] } };

const broadcast: BrazeField = {
	displayName: 'Broadcast',
	name: 'broadcast',
	type: 'boolean',
	flat: true,
	default: false,
	description:
		'Whether to reach everyone in the segment or audience; Braze takes such a send only with this switch on',
	displayOptions: noUsersNamed,
};

/** Whom a message reaches where no user is named. */
export const messageTarget: BrazeField[] = [
	{ ...segmentId, flat: true, displayOptions: noUsersNamed },
	broadcast,
];

/** Whom a campaign or a Canvas reaches where no user is named. */
export const triggerTarget: BrazeField[] = [broadcast];

/** Narrows the named users to the members of a segment. */
export const segmentOfNamedUsers: BrazeField = {
	...segmentId,
	description: 'Reach only those of the named users who are in this segment',
	displayOptions: { show: { '/sendTo': ['eachItem', 'userList'] } },
};

/** Whether a request of the item at hand reaches users that it does not name. */
export const reachesUnnamedUsers = ({ read }: ItemParameters): boolean =>
	read('sendTo') === 'audience';

/** @throws InvalidInput where nobody would get the message, or a broadcast is not clearly asked for */
export function checkTarget({ body }: Message, users: User[]): void {
	const named = userLists.find((list) => !isAbsent(body[list]));
	if (named) {
		throw new InvalidInput(
			'Additional JSON',
			`names users under "${named}"`,
			'Name them under Send To, so that no request gets more users than Braze takes',
		);
	}
	if (!isAbsent(body.audience)) checkAudience(body.audience);
	if (users.length > 0) {
		if (body.broadcast === true) {
			throw new InvalidInput(
				'Broadcast',
				'is on while users are named',
				'Turn it off, or name no users',
			);
		}
		return;
	}
	if (body.broadcast === true) return;
	if (!isAbsent(body.segment_id)) {
		throw new InvalidInput(
			'Broadcast',
			'is off, so this would reach nobody',
			'Turn it on to reach the whole segment, or name the users',
		);
	}
	if (isAbsent(body.audience)) {
		throw new InvalidInput(
			'Send To',
			'names nobody',
			'Name users, choose a segment or an audience, or turn Broadcast on',
		);
	}
}
