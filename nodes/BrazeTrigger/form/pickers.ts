import { NodeOperationError } from 'n8n-workflow';
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listSearch } from '../../Braze/pickers';

/** @returns a search of the Braze node that says what it lacks, since the credential is optional here */
const withCredential = (name: string) =>
	async function search(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		if (this.getNode().credentials?.brazeApi === undefined) {
			throw new NodeOperationError(
				this.getNode(),
				'This list needs a Braze credential. Choose one at the top of the node, or choose By ID',
			);
		}
		return await listSearch[name].call(this, filter, paginationToken);
	};

/** The searches behind *From List*. */
export const searches = {
	searchCampaigns: withCredential('searchCampaigns'),
	searchCanvases: withCredential('searchCanvases'),
};
