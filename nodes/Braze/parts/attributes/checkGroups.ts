import type { IDataObject } from 'n8n-workflow';

import { isMissing } from '../../schema/convert';
import { InvalidInput, quote, within } from '../../schema/invalidInput';
import { groupOf } from './operations';

const STATES: readonly unknown[] = ['subscribed', 'unsubscribed'];

/**
 * @param groups the profile field `subscription_groups`
 * @throws InvalidInput for a group without an ID, in a state that no group has, or named twice: which of its states stays would be chance
 */
export function checkGroups(groups: IDataObject[], label: string): void {
	const ids = groups.map(groupOf);
	groups.forEach((group, index) => {
		const rowLabel = `${label} ${index + 1}`;
		if (isMissing(group.subscription_group_id)) {
			throw new InvalidInput(
				within(rowLabel, 'subscription_group_id'),
				'is empty',
				'Name the group by its ID',
			);
		}
		if (!STATES.includes(group.subscription_state)) {
			throw new InvalidInput(
				within(rowLabel, 'subscription_state'),
				isMissing(group.subscription_state)
					? 'is empty'
					: `cannot be ${quote(group.subscription_state)}`,
				`Give ${STATES.join(' or ')}`,
			);
		}
		if (ids.indexOf(ids[index]) < index) {
			throw new InvalidInput(
				label,
				`names the group ${quote(ids[index])} twice`,
				'Keep one of the two',
			);
		}
	});
}
