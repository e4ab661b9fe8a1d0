import { NodeOperationError } from 'n8n-workflow';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isAbsent, isObject } from '../schema/convert';
import { withoutLocator } from '../schema/locator';
import { getCampaign } from '../endpoints/campaign/get';
import { ask } from './ask';
import { distinct, wordIn } from './distinct';

/**
 * @param channels names that Braze's campaign details give to the channel at hand
 * @returns the search over the variations of the chosen campaign that fit the channel
 */
export const variationsOf = (channels: readonly string[]) =>
	async function searchVariations(
		this: ILoadOptionsFunctions,
		filter = '',
	): Promise<INodeListSearchResult> {
		const campaign = withoutLocator(this.getCurrentNodeParameter('additionalFields.campaignId'));
		if (isAbsent(campaign) || String(campaign).startsWith('=')) {
			throw new NodeOperationError(
				this.getNode(),
				'Choose Campaign under Additional Fields from its list or by its ID first; with an expression, give the variation by ID',
			);
		}
		const { answer } = await ask(this, getCampaign.endpoint, { campaign_id: String(campaign) });
		const { messages } = answer;
		const results = Object.entries(isObject(messages) ? messages : {})
			.filter(([, message]) => isObject(message) && channels.includes(String(message.channel)))
			.map(([value, message]) => ({ name: nameOf(message) ?? value, value }))
			.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
		return { results: distinct(results) };
	};

function nameOf(message: unknown): string | undefined {
	if (!isObject(message)) return undefined;
	return wordIn(message.name);
}
