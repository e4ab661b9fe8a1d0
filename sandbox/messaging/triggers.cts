import type { Audience } from './audience.cts';
import { BrazeError, refuse } from '../errors.cts';
import { MAX_USERS } from '../limits.cts';
import { withoutInvalid } from './reach.cts';
import { attachmentProblems } from '../schemas/messages/email.cts';
import {
	personalizationProblems,
	recipientProblems,
	type Recipient,
} from '../schemas/recipient.cts';
import { CANVAS_ID_FAULT } from '../schemas/ids.cts';
import type { Problem } from '../schemas/validate.cts';
import type { SeedCampaign } from '../workspace/campaigns.cts';
import type { SeedCanvas } from '../workspace/canvases.cts';
import type { TriggerSend } from './sending.cts';
import { newDispatchId } from '../workspace/ids.cts';
import type { Workspace } from '../workspace/workspace.cts';
import type { Call } from '../endpoints/endpoint.cts';
import { broadcastProblems, checkSendId, trackedSendId } from './targeting.cts';

interface TriggerBody {
	campaign_id?: string;
	canvas_id?: string;
	send_id?: string;
	trigger_properties?: Record<string, unknown>;
	context?: Record<string, unknown>;
	canvas_entry_properties?: Record<string, unknown>;
	broadcast?: boolean;
	audience?: Audience;
	recipients?: Recipient[];
	external_user_ids?: string[];
	attachments?: Array<{ url: string }>;
}

/** Braze's words for a Canvas that takes no entries; the trigger itself still succeeds. */
const NOTICES: Record<string, string> = {
	paused: 'The Canvas is paused. Resume the Canvas to ensure trigger requests will take effect.',
	archived:
		'The Canvas is archived. Unarchive the Canvas to ensure trigger requests will take effect.',
};

/** Braze's words for an API-triggered campaign that cannot send. */
const CAMPAIGN_FAULTS: Record<string, string> = {
	paused:
		'The campaign is paused. Resume the campaign in order for trigger requests to take effect.',
	archived:
		'The campaign is archived. Unarchive the campaign in order for trigger requests to take effect.',
	// A title of the error table: for a campaign that was never launched no words of its own are known.
	draft: 'Invalid Campaign ID',
};

/** Reads the body of a campaign trigger into a send, or refuses it. */
export function readCampaignTrigger(call: Call): { send: TriggerSend; errors: string[] } {
	const { workspace } = call;
	const body = call.body as TriggerBody;
	refuse(triggerProblems(body, 'the campaign'));
	const campaign = knownCampaign(workspace, body.campaign_id);
	const fault = CAMPAIGN_FAULTS[campaign.state ?? 'active'];
	if (fault) throw new BrazeError(400, fault);
	checkSendId(workspace, campaign.id, body.send_id);
	const users = body.recipients ?? body.external_user_ids ?? [];
	return triggerSend(call, 'campaign', {
		campaignId: campaign.id,
		sendId: trackedSendId(workspace, campaign, body.send_id, users.length > 0),
		segmentId: campaign.segment_id,
		properties: body.trigger_properties ?? {},
	});
}

/** Reads the body of a Canvas trigger into a send, or refuses it; a notice says that nothing will be sent. */
export function readCanvasTrigger(call: Call): {
	send: TriggerSend;
	errors: string[];
	notice?: string;
} {
	const body = call.body as TriggerBody;
	refuse(triggerProblems(body, 'the Canvas'));
	const canvas = knownCanvas(call.workspace, body.canvas_id);
	const read = triggerSend(call, 'canvas', {
		canvasId: canvas.id,
		segmentId: canvas.segment_id,
		properties: { ...body.canvas_entry_properties, ...body.context },
	});
	return { ...read, notice: NOTICES[canvas.state ?? 'active'] };
}

/** The API-triggered campaign of a request; refused where there is none. */
export function knownCampaign(workspace: Workspace, id: unknown): SeedCampaign {
	const campaign = workspace.campaigns.find(id);
	if (campaign?.kind === 'api_triggered') return campaign;
	const detail = `campaign_id ${String(id)} is not an API-triggered campaign`;
	throw new BrazeError(400, 'Invalid Campaign ID', [detail]);
}

/** The Canvas of a request; refused where there is none. */
export function knownCanvas(workspace: Workspace, id: unknown): SeedCanvas {
	const canvas = workspace.canvases.find(id);
	if (canvas) return canvas;
	throw new BrazeError(400, CANVAS_ID_FAULT, [`canvas_id ${String(id)} is not known`]);
}

function triggerSend(
	call: Call,
	kind: TriggerSend['kind'],
	of: Pick<TriggerSend, 'campaignId' | 'canvasId' | 'sendId' | 'properties'> & {
		segmentId?: string;
	},
): { send: TriggerSend; errors: string[] } {
	const body = call.body as TriggerBody;
	const { segmentId, ...identity } = of;
	const named: Recipient[] =
		body.recipients ?? (body.external_user_ids ?? []).map((id) => ({ external_user_id: id }));
	const valid = withoutInvalid(call.workspace, named.length > 0 ? named : undefined);
	const send: TriggerSend = {
		kind,
		...identity,
		dispatchId: newDispatchId(),
		requestIndex: call.requestIndex,
		target: { named: valid.named, segmentId, audience: body.audience },
		attachments: body.attachments,
	};
	return { send, errors: valid.errors };
}

function triggerProblems(body: TriggerBody, subject: string): Problem[] {
	const { recipients, external_user_ids: ids, attachments } = body;
	const count = (recipients ?? ids ?? []).length;
	const problems = [
		...broadcastProblems(body, count > 0, subject),
		...personalizationProblems(body, ''),
		...(recipients ?? []).flatMap((one, index) => recipientProblems(one, `recipients[${index}]`)),
		...attachmentProblems(attachments, 'attachments'),
	];
	if (recipients && ids) {
		problems.push({ detail: 'recipients and external_user_ids must not be sent together' });
	}
	if (ids && ids.length > MAX_USERS) {
		problems.push({
			title: 'The max number of ids per request was exceeded',
			detail: `${ids.length} users are named, ${MAX_USERS} are allowed`,
		});
	}
	if (attachments && body.broadcast) {
		problems.push({ detail: 'attachments must be left out when broadcast is true' });
	}
	return problems;
}
