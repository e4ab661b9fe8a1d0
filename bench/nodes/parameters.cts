import type { IDataObject } from 'n8n-workflow';

import { OWN_PROPERTIES } from '../items.cts';

export const CAMPAIGN_ID = 'c0000000-0000-4000-8000-000000000003';
export const USERS_PER_REQUEST = 50;

type ByProperty = Record<(typeof OWN_PROPERTIES)[number], string>;

/** Expressions that only name a field of the item. */
export const plainPaths: ByProperty = {
	first_name: '={{ $json.first_name }}',
	city: '={{ $json["city"] }}',
	points: '={{ $json.points }}',
};

/** Expressions that compute something. */
export const realExpressions: ByProperty = {
	first_name: '={{ $json.first_name.toUpperCase() }}',
	city: "={{ $json.city + ', ' + $json.first_name }}",
	points: '={{ $json.points * 2 }}',
};

/** @returns pairs as n8n's assignment collection stores them */
export const assignments = (values: ByProperty): IDataObject => ({
	assignments: OWN_PROPERTIES.map((name) => ({
		id: name,
		name,
		value: values[name],
		type: name === 'points' ? 'number' : 'string',
	})),
});

/** @returns parameters of the Braze node: trigger a campaign for each item, with the given own properties */
export const brazeParameters = (own: IDataObject, concurrency: number): IDataObject => ({
	resource: 'campaignTrigger',
	operation: 'send',
	campaignId: { __rl: true, mode: 'id', value: CAMPAIGN_ID },
	sendTo: 'eachItem',
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.external_user_id }}',
	triggerPropertiesSource: 'none',
	attributesSource: 'none',
	audience: 'none',
	...own,
	options: { batching: { batch: { usersPerRequest: USERS_PER_REQUEST, concurrency } } },
});

/** @returns parameters of n8n's HTTP Request node with the credential of the Braze node */
export const httpRequestParameters = (
	url: string,
	jsonBody: string,
	options: IDataObject = {},
	path = '/campaigns/trigger/send',
): IDataObject => ({
	method: 'POST',
	url: `${url}${path}`,
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'brazeApi',
	sendBody: true,
	specifyBody: 'json',
	jsonBody,
	options,
});

/** The body that a person writes who sends one request for each item. */
export const bodyForOneItem = `={{ JSON.stringify({
	campaign_id: '${CAMPAIGN_ID}',
	recipients: [{
		external_user_id: $json.external_user_id,
		trigger_properties: { first_name: $json.first_name, city: $json.city, points: $json.points }
	}]
}) }}`;
