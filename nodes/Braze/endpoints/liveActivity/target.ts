import { audienceAs } from '../../parts/audience/renamed';
import { fields } from '../../parts/fields';
import { users } from '../../parts/users';
import {
	refuseEmptyNarrowing,
	refuseUsersBesides,
	segmentWithoutUsers,
} from '../../parts/users/target';
import type { Part } from '../../pipeline/part';
import { isAbsent } from '../../schema/convert';
import { InvalidInput } from '../../schema/invalidInput';

const CUSTOM_AUDIENCE = 'custom_audience';

/** For whom an activity starts: users, or a segment, or an audience. Braze takes one of them only, and no broadcast switch. */
export const activityTarget: Part[] = [
	{
		...users({
			audienceName: 'Segment or Audience',
			audienceDescription: 'No user is named: it starts for everyone in a segment or an audience',
			identifierDescription: 'What names the user',
		}),
		checkEntries: ({ content: { wire }, entries }) => {
			refuseEmptyNarrowing(wire, [
				['segment_id', 'Segment'],
				[CUSTOM_AUDIENCE, 'Audience'],
			]);
			refuseUsersBesides(wire);
			const given = [
				...(entries.length > 0 ? ['users'] : []),
				...(isAbsent(wire.segment_id) ? [] : ['a segment']),
				...(isAbsent(wire[CUSTOM_AUDIENCE]) ? [] : ['an audience']),
			];
			if (given.length === 1) return;
			throw new InvalidInput(
				'Send To',
				given.length === 0 ? 'names nobody' : `names ${given.join(' and ')}`,
				'Name users, or choose a segment, or an audience: exactly one of them',
			);
		},
	},
	fields({
		...segmentWithoutUsers,
		description: 'Segment for whose members the activity starts',
	}),
	audienceAs(CUSTOM_AUDIENCE),
];
