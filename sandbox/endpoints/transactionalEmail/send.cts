import { BrazeError } from '../../errors.cts';
import { deliver } from '../../messaging/sending.cts';
import { identifier, keys, keyValues, object } from '../../schemas/json-schema.cts';
import {
	aliasProblems,
	personalizationProblems,
	userAlias,
	type Recipient,
} from '../../schemas/recipient.cts';
import { refuse } from '../../errors.cts';
import { isoMillis } from '../../workspace/dates.cts';
import { newDispatchId } from '../../workspace/ids.cts';
import type { SeedCampaign } from '../../workspace/campaigns.cts';
import type { Workspace } from '../../workspace/workspace.cts';
import type { Answer, Endpoint } from '../endpoint.cts';

const FAULTS: Record<string, string> = {
	archived:
		'The campaign is archived. Unarchive the campaign in order for trigger requests to take effect.',
	paused:
		'The campaign is paused. Resume the campaign in order for trigger requests to take effect.',
};

const recipient = object('recipient', {
	external_user_id: identifier,
	user_alias: userAlias,
	attributes: keyValues,
});

/** POST /transactional/v1/campaigns/{campaign_id}/send: one email to one user. */
export const sendTransactionalEmail: Endpoint = {
	method: 'POST',
	path: '/transactional/v1/campaigns/{campaign_id}/send',
	permission: 'transactional.send',
	body: keys(
		{
			external_send_id: { type: 'string', pattern: '^[a-zA-Z0-9-_+\\/=]+$' },
			trigger_properties: keyValues,
			recipient,
		},
		['recipient'],
	),
	success: 201,
	handle(call) {
		const { workspace, params, requestIndex, note } = call;
		const campaign = transactionalCampaign(workspace, params.campaign_id);
		const body = call.body as {
			recipient: Recipient;
			external_send_id?: string;
			trigger_properties?: Record<string, unknown>;
		};
		const { recipient: named, external_send_id: externalSendId } = body;
		const identifiers = [named.external_user_id, named.user_alias].filter(Boolean);
		refuse([
			...(identifiers.length === 1
				? []
				: [{ detail: 'recipient must have exactly one of external_user_id, user_alias' }]),
			...(named.user_alias ? aliasProblems(named.user_alias, 'recipient') : []),
			...personalizationProblems(body, ''),
		]);
		const now = workspace.clock.now();
		const known = workspace.transactionalSends.known(externalSendId, now);
		if (known) {
			note(`external_send_id ${known.externalSendId} was sent before, so nothing is sent again`);
			return answer(campaign, known.dispatchId, externalSendId, known.at);
		}
		const dispatchId = newDispatchId();
		if (externalSendId !== undefined) {
			workspace.transactionalSends.add({ externalSendId, dispatchId, at: now });
		}
		// an unknown user is created where attributes come along
		const mayCreate = named.attributes !== undefined;
		const before = workspace.deliveries.all.length;
		deliver(
			workspace,
			{
				kind: 'campaign',
				campaignId: campaign.id,
				dispatchId,
				requestIndex,
				target: { named: [{ ...named, send_to_existing_only: !mayCreate }] },
				properties: body.trigger_properties ?? {},
			},
			now,
			note,
		);
		const isAborted = workspace.deliveries.all.length === before;
		workspace.sender.transactional({
			dispatchId,
			campaignId: campaign.id,
			externalSendId,
			...(isAborted && { outcome: 'aborted', reason: 'User not emailable' }),
		});
		return answer(campaign, dispatchId, externalSendId, now);
	},
};

function transactionalCampaign(workspace: Workspace, id: string): SeedCampaign {
	const campaign = workspace.campaigns.find(id);
	if (!campaign) throw new BrazeError(400, 'Campaign does not exist');
	if (campaign.kind !== 'transactional') {
		throw new BrazeError(
			400,
			'The campaign is not a transactional campaign. Only transactional campaigns may use this endpoint',
		);
	}
	const fault = FAULTS[campaign.state ?? 'active'];
	if (fault) throw new BrazeError(400, fault);
	return campaign;
}

function answer(
	{ id }: SeedCampaign,
	dispatchId: string,
	externalSendId: string | undefined,
	at: number,
): Answer {
	return {
		body: {
			dispatch_id: dispatchId,
			status: 'sent',
			metadata: {
				received_at: isoMillis(at),
				campaign_api_id: id,
				...(externalSendId !== undefined && { external_send_id: externalSendId }),
			},
		},
	};
}
