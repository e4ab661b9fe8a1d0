import { BrazeError } from '../errors.cts';
import { CAMPAIGN_ID_FAULT } from '../schemas/ids.cts';
import type { SeedCampaign } from '../workspace/campaigns.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { dayTotals, messageStats, type CountedMessage } from './channel-stats.cts';

/** Any campaign of the workspace; refused where there is none. */
export function anyCampaign(workspace: Workspace, id: unknown): SeedCampaign {
	const campaign = workspace.campaigns.find(id);
	if (campaign) return campaign;
	throw new BrazeError(400, CAMPAIGN_ID_FAULT, [`campaign_id ${String(id)} is not known`]);
}

/** The days of a campaign, or of one of its sends. */
export function campaignDays(
	campaign: SeedCampaign,
	times: string[],
	sendId?: string,
): Array<Record<string, unknown>> {
	const counted: CountedMessage[] = Object.entries(campaign.variations).map(
		([variationId, messageKey]) => ({ variationId, messageKey }),
	);
	// a campaign with several variations of one channel is compared with a control group
	const control = counted.find(({ messageKey }) => messageKey === 'email');
	if (control && counted.length > 1) {
		counted.push({ ...control, variationId: `${control.variationId}-control`, isControl: true });
	}
	return times.map((time) => {
		const messages = messageStats(counted, [campaign.id, sendId ?? null, time]);
		return { time, messages, ...dayTotals(messages) };
	});
}
