import { campaignId, fromListOrById, variationSearch } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { links } from '../links';

export const getCampaignLinks: Operation = {
	resource: 'campaign',
	value: 'getLinks',
	name: 'Get Links',
	action: 'Get campaign links',
	description:
		'List the links and link aliases of an email of a campaign; link aliasing must be on',
	endpoint: links(
		'/campaigns/url_info/details',
		'campaigns.url_info.details',
		{ ...campaignId, description: 'Campaign that the email belongs to' },
		{
			displayName: 'Message Variation',
			name: 'messageVariationId',
			type: 'resourceLocator',
			identifier: true,
			default: { mode: 'list', value: '' },
			required: true,
			description: 'Email of the campaign',
			modes: fromListOrById(variationSearch('email')),
		},
	),
};
