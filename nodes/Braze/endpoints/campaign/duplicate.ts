import { campaignId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { duplicate } from '../duplicate';

export const duplicateCampaign: Operation = {
	resource: 'campaign',
	value: 'duplicate',
	name: 'Duplicate',
	action: 'Duplicate campaign',
	description: 'Copy a campaign under a new name; Braze makes the copy soon after',
	endpoint: duplicate('/campaigns/duplicate', 'campaigns.duplicate', {
		...campaignId,
		description: 'Campaign to copy',
	}),
};
