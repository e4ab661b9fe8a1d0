import { checkAttributes } from '../../parts/attributes/check';
import { additionalFields, fields, rule } from '../../parts/fields';
import { campaignId } from '../../parts/identifiers';
import { withIdempotencyKey } from '../../parts/idempotencyKey';
import { nested } from '../../parts/nested';
import { properties } from '../../parts/properties';
import { recipientAttributes } from '../../parts/users/form';
import { oneUser } from '../../parts/users/oneUser';
import { MAX_PROPERTIES_BYTES } from '../../parts/users/recipient';
import type { Operation } from '../../pipeline/operation';
import { isObject } from '../../schema/convert';
import { answersWith } from '../../pipeline/send/success';

const attributesOfRecipient = rule(({ wire: { attributes } }) => {
	if (isObject(attributes)) checkAttributes(attributes, []);
});

export const sendTransactionalEmail: Operation = {
	resource: 'transactionalEmail',
	value: 'send',
	name: 'Send',
	action: 'Send transactional email',
	description:
		'Send an email of a transactional campaign to one user an item; a repeat within 24 hours sends nothing twice',
	endpoint: {
		method: 'POST',
		path: '/transactional/v1/campaigns/{campaign_id}/send',
		permission: 'transactional.send',
		effect: 'send',
		// Braze starts no second send for an external_send_id of the last 24 hours, and every request has one
		repeat: 'safe',
		success: answersWith('dispatch_id'),
		parts: [
			withIdempotencyKey(
				{ key: 'external_send_id', label: 'External Send ID' },
				fields({ ...campaignId, description: 'Transactional campaign whose email to send' }),
				nested('recipient', oneUser, properties(recipientAttributes), attributesOfRecipient),
				properties({
					name: 'triggerProperties',
					displayName: 'Trigger Properties',
					description: "Personalization, as api_trigger_properties in the campaign's Liquid",
					wireKey: 'trigger_properties',
					maxBytes: MAX_PROPERTIES_BYTES,
				}),
				additionalFields({
					displayName: 'External Send ID',
					name: 'externalSendId',
					type: 'string',
					identifier: true,
					default: '',
					pattern: /^[a-zA-Z0-9\-_+/=]+$/,
					patternHint: 'Use letters, digits and - _ + / = only',
					description:
						'ID that Braze returns with each status of the email, and under which it sends once in 24 hours; made for each item where it is empty',
				}),
			),
		],
		refusals: [
			{
				words: /external reference has been queued/i,
				means: 'inDoubt',
				advice:
					'Braze has taken the send and will not send it twice; look for it by its External Send ID, or run the item again with the same one',
			},
		],
	},
};
