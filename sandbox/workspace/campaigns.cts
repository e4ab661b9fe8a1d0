import { identifier, list, object, oneOf, string } from '../schemas/json-schema.cts';
import { messageObjects } from '../schemas/messages/messages.cts';
import { Collection } from './collection.cts';
import { datedSchema, type Dated } from './dates.cts';

export interface SeedCampaign extends Dated {
	id: string;
	name: string;
	description?: string;
	/** api: tracks /messages/*. api_triggered: for /campaigns/trigger/*. transactional: for /transactional/*. scheduled: none. */
	kind: 'api' | 'api_triggered' | 'scheduled' | 'transactional';
	state?: 'active' | 'draft' | 'paused' | 'archived';
	tags?: string[];
	teams?: string[];
	/** message_variation_id to the key its message has in `messages`. */
	variations: Record<string, string>;
	/** send_ids registered before the sandbox starts. */
	send_ids?: string[];
	/** Only users of this segment get the campaign. */
	segment_id?: string;
}

export const campaignSchema = object(
	'campaign',
	{
		id: identifier,
		name: string,
		description: string,
		kind: oneOf('api', 'api_triggered', 'scheduled', 'transactional'),
		state: oneOf('active', 'draft', 'paused', 'archived'),
		tags: list(string),
		teams: list(string),
		...datedSchema,
		variations: {
			type: 'object',
			additionalProperties: oneOf(...Object.keys(messageObjects.send)),
		},
		send_ids: list(identifier),
		segment_id: identifier,
	},
	['id', 'name', 'kind', 'variations'],
);

/** An invented campaign, for lists of more than one page. */
export function fillerCampaign(id: string, createdAt: string): SeedCampaign {
	return {
		id: `c0f10000-0000-4000-8000-${id}`,
		name: `Filler campaign ${id}`,
		kind: 'api_triggered',
		created_at: createdAt,
		variations: { [`filler-email-${Number(id)}`]: 'email' },
	};
}

export function openCampaigns(seeded: readonly SeedCampaign[]): Collection<SeedCampaign> {
	return new Collection(seeded, ({ id }) => id);
}
