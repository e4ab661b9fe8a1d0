import type { IDataObject } from 'n8n-workflow';

import { choice } from '../../schema/choice';
import { isAbsent } from '../../schema/convert';
import type { BrazeField } from '../../schema/field';
import { narrowsNothing } from '../../schema/identifier';
import { InvalidInput } from '../../schema/invalidInput';
import type { Call } from '../../pipeline/call';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { segmentId } from '../identifiers';
import { sendToField } from './form';
import type { UserNaming } from './form';

/** The lists of a request body that name users. */
export const userLists = ['external_user_ids', 'user_aliases', 'recipients'] as const;

export type UserList = (typeof userLists)[number];

const noUsersNamed = { show: { sendTo: ['audience'] } };

export const broadcast: BrazeField = {
	displayName: 'Broadcast',
	name: 'broadcast',
	type: 'boolean',
	flat: true,
	default: false,
	description:
		'Whether to reach everyone in the segment or audience; Braze takes such a send only with this switch on',
	displayOptions: noUsersNamed,
};

/** The members of a segment, where no user is named. */
export const segmentWithoutUsers: BrazeField = { ...segmentId, displayOptions: noUsersNamed };

/** Narrows the named users to the members of a segment. */
export const segmentOfNamedUsers: BrazeField = {
	...segmentId,
	description: 'Reach only those of the named users who are in this segment',
	displayOptions: { show: { '/sendTo': ['eachItem', 'userList'] } },
};

/** Whether a request of the item at hand reaches users that it does not name. */
export const reachesUnnamedUsers = (naming: UserNaming, parameters: ItemParameters): boolean =>
	choice(parameters, sendToField(naming)) === 'audience';

/** Conditions that narrow who gets something. */
const narrowing: Array<[key: string, label: string]> = [
	['segment_id', 'Segment'],
	['audience', 'Audience'],
];

/** @throws InvalidInput for a condition that JSON gives without a value */
export function refuseEmptyNarrowing(body: IDataObject, conditions: typeof narrowing): void {
	for (const [key, label] of conditions) {
		if (!Object.hasOwn(body, key) || !isAbsent(body[key])) continue;
		throw narrowsNothing(label);
	}
}

/** @throws InvalidInput for users that JSON names besides those of the form, whom nobody counts */
export function refuseUsersBesides(body: IDataObject): void {
	const named = userLists.find((list) => !isAbsent(body[list]));
	if (named === undefined) return;
	throw new InvalidInput(
		'Additional JSON',
		`names users under "${named}"`,
		'Name them under Send To, so that no request gets more users than Braze takes',
	);
}

/** @throws InvalidInput where nobody would get the message, or a broadcast is not clearly asked for */
export function checkTarget(
	{ propertiesKey }: UserNaming,
	{ content: { wire: body }, entries: users }: Pick<Call, 'content' | 'entries'>,
): void {
	refuseEmptyNarrowing(body, narrowing);
	refuseUsersBesides(body);
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
	if (body.broadcast === true) {
		const hasTarget =
			propertiesKey !== undefined || narrowing.some(([key]) => !isAbsent(body[key]));
		if (hasTarget) return;
		throw new InvalidInput(
			'Segment',
			'is empty and there is no audience, so this would reach everyone',
			'Choose a segment, or build an audience',
		);
	}
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
