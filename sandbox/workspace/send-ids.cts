import type { SeedCampaign } from './campaigns.cts';

/** The send_ids that were registered, each for its campaign. */
export class SendIds {
	private readonly known = new Set<string>();

	constructor(campaigns: readonly SeedCampaign[]) {
		for (const { id, send_ids: sendIds = [] } of campaigns) {
			for (const sendId of sendIds) this.add(id, sendId);
		}
	}

	has(campaignId: string, sendId: string): boolean {
		return this.known.has(keyOf(campaignId, sendId));
	}

	add(campaignId: string, sendId: string): void {
		this.known.add(keyOf(campaignId, sendId));
	}
}

function keyOf(campaignId: string, sendId: string): string {
	return JSON.stringify([campaignId, sendId]);
}
