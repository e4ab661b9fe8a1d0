import {
	campaignForm,
	CANVAS,
	canvasForm,
	TRIGGERED_CAMPAIGN,
	type Parameters,
} from './support.cts';

/** What is triggered: its form, its path, and what its body and its recipients call things. */
export const kinds = [
	{
		kind: 'campaign',
		form: campaignForm,
		path: '/campaigns/trigger/send',
		own: { campaign_id: TRIGGERED_CAMPAIGN },
		key: 'trigger_properties',
	},
	{
		kind: 'Canvas',
		form: canvasForm,
		path: '/canvas/trigger/send',
		own: { canvas_id: CANVAS },
		key: 'context',
	},
];

export const alias = { alias_name: 'alias-001', alias_label: 'shop' };
export const blueEyes = {
	custom_attribute: { custom_attribute_name: 'eye_color', comparison: 'equals', value: 'blue' },
};

/** Recipients as objects, as JSON or as the text given. */
export const objects = (recipients: unknown): Parameters => ({
	sendTo: 'recipientObjects',
	recipients: typeof recipients === 'string' ? recipients : JSON.stringify(recipients),
});

export const byEmail: Parameters = {
	userIdentifier: 'email',
	email: '={{ $json.email }}',
	prioritization: ['unidentified', 'most_recently_updated'],
};
