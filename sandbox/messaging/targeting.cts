import type { Audience } from './audience.cts';
import { BrazeError, refuse } from '../errors.cts';
import type { Problem } from '../schemas/validate.cts';
import type { SeedCampaign } from '../workspace/campaigns.cts';
import type { Send } from './sending.cts';
import { newSendId } from '../workspace/ids.cts';
import type { Workspace } from '../workspace/workspace.cts';
import type { Answer } from '../endpoints/endpoint.cts';

interface TargetKeys {
	broadcast?: boolean;
	segment_id?: string;
	audience?: Audience;
}

/**
 * The broadcast rules: true never goes with named users; without named users a segment, or a whole
 * campaign or Canvas, needs true. An audience alone is taken under both values, because Braze's own
 * examples show both.
 */
export function broadcastProblems(
	body: TargetKeys,
	namesUsers: boolean,
	subject: string,
): Problem[] {
	if (namesUsers) {
		const detail = 'broadcast must not be true when users are named';
		return body.broadcast ? [{ detail }] : [];
	}
	if (body.broadcast) return [];
	if (body.segment_id !== undefined) {
		return [{ detail: 'broadcast must be true to reach a whole segment' }];
	}
	if (body.audience) return [];
	const detail = `broadcast must be true to reach everyone ${subject} is for`;
	return [{ title: 'No Recipients', detail }];
}

/** Refuses a segment_id the workspace does not have. */
export function checkSegment(workspace: Workspace, segmentId: string | undefined): void {
	if (segmentId === undefined || workspace.segments.find(segmentId)) return;
	throw new BrazeError(400, 'Invalid Segment ID', [`segment_id ${segmentId} is not known`]);
}

/** Refuses a send_id that was not registered for its campaign. */
export function checkSendId(
	workspace: Workspace,
	campaignId: string | undefined,
	sendId: string | undefined,
): void {
	if (sendId === undefined) return;
	if (campaignId === undefined) refuse([{ detail: 'campaign_id is required with send_id' }]);
	else if (!workspace.sendIds.has(campaignId, sendId)) {
		const detail = `send_id ${sendId} must be registered through /sends/id/create first`;
		throw new BrazeError(400, 'Invalid Send ID', [detail]);
	}
}

/** The send_id of a tracked send: a broadcast of a campaign has one even when it did not bring one. */
export function trackedSendId(
	workspace: Workspace,
	campaign: SeedCampaign | undefined,
	sendId: string | undefined,
	namesUsers: boolean,
): string | undefined {
	if (!campaign || namesUsers) return sendId;
	const id = sendId ?? newSendId();
	workspace.sendIds.add(campaign.id, id);
	return id;
}

/** The answer to a send or a schedule that was taken. */
export function accepted(send: Send, errors: string[], notice?: string): Answer {
	return {
		body: {
			dispatch_id: send.dispatchId,
			...(send.scheduleId && { schedule_id: send.scheduleId }),
			...(send.sendId && { send_id: send.sendId }),
			message: 'success',
			...(notice && { notice }),
			...(errors.length > 0 && { errors }),
		},
	};
}
