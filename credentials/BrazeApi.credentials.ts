import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { CUSTOM_INSTANCE, instances, pastProxies } from './instances';
import { usableKey } from './key';

/** Leads nowhere, so that the key goes to nobody where the credential names no address that it may go to. */
const NOWHERE = 'https://choose-the-instance-or-correct-the-custom-url.invalid';

const listed = JSON.stringify(
	instances.map(({ value }) => value).filter((value) => value !== CUSTOM_INSTANCE),
);

/**
 * The same endpoint as `instanceUrl` gives, as an n8n expression, since a credential test cannot call a function.
 * It never sends the key unencrypted to another machine: plain HTTP becomes HTTPS there.
 */
const testedUrl = `={{ $credentials.instance !== '${CUSTOM_INSTANCE}'
	? (${listed}.includes($credentials.instance) ? $credentials.instance : '${NOWHERE}')
	: ($credentials.customUrl ?? '').includes('\\\\') ? '${NOWHERE}'
	: ($credentials.customUrl ?? '').trim()
		.replace(/^(?![a-z]+:\\/\\/)/i, 'https://')
		.replace(/^http:\\/\\/(?!(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]+)?([\\/?#]|$))/i, 'https://')
		.replace(/^([a-z]+:\\/\\/)[^\\/?#]*@/i, '$1')
		.replace(/^([a-z]+:\\/\\/[^\\/?#]+).*$/i, '$1') }}`;

/** Statuses that send a browser on to another address, a sign-in page for instance. */
const redirects = [301, 302, 303, 307, 308];

const notBraze =
	'Something answered that is not the Braze REST API: a sign-in page or a proxy, perhaps. Choose your instance, or correct the custom URL, and let requests to it through.';

export class BrazeApi implements ICredentialType {
	name = 'brazeApi';

	displayName = 'Braze API';

	icon: Icon = { light: 'file:../icons/braze.svg', dark: 'file:../icons/braze.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-braze/n8n-nodes-braze#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Instance',
			name: 'instance',
			type: 'options',
			options: instances,
			default: 'https://rest.iad-01.braze.com',
			description: 'The one whose dashboard address your browser shows after you log in to Braze',
		},
		{
			displayName: 'Custom URL',
			name: 'customUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://rest.example.braze.com',
			description: 'REST endpoint of a dedicated installation, with https',
			displayOptions: { show: { instance: [CUSTOM_INSTANCE] } },
		},
		{
			displayName: 'REST API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'From Settings, APIs and Identifiers in Braze, with the permissions of the operations you use. Add campaigns.list: the test below and the campaign picker call it.',
		},
		{
			displayName: 'Default App ID',
			name: 'defaultAppId',
			type: 'string',
			default: '',
			description: 'Fills App ID of Email, SMS and WhatsApp where a message leaves it empty',
		},
		{
			displayName: 'Default Email From',
			name: 'defaultEmailFrom',
			type: 'string',
			default: '',
			placeholder: 'e.g. Acme <hello@example.com>',
			description: 'Fills From where an email leaves it empty',
		},
		{
			displayName: 'Default SMS Subscription Group ID',
			name: 'defaultSmsSubscriptionGroupId',
			type: 'string',
			default: '',
			description: 'Fills Subscription Group ID where an SMS leaves it empty',
		},
		{
			displayName: 'Default WhatsApp Subscription Group ID',
			name: 'defaultWhatsAppSubscriptionGroupId',
			type: 'string',
			default: '',
			description: 'Fills Subscription Group ID where a WhatsApp message leaves it empty',
		},
	];

	/**
	 * A function, since n8n evaluates the expression of a declared header anew for each request. What cannot be a key is refused
	 * here as well: HTTP would leave out a line break in the middle, and the test would pass with a key that the node refuses.
	 */
	authenticate = async (
		{ apiKey }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...options,
		...pastProxies(options),
		headers: { ...options.headers, Authorization: `Bearer ${usableKey(apiKey)}` },
	});

	test: ICredentialTestRequest = {
		request: {
			baseURL: testedUrl,
			url: '/campaigns/list',
			qs: { page: 0 },
			// the key would go along to wherever the answer points
			disableFollowRedirect: true,
		},
		// n8n reads rules of both kinds in one list, which its types do not say
		rules: [
			// an answer without the list is not Braze's, whatever its status
			{
				type: 'responseSuccessBody',
				properties: { key: 'campaigns', value: undefined, message: notBraze },
			},
			...redirects.map((value) => ({
				type: 'responseCode' as const,
				properties: { value, message: notBraze },
			})),
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Braze does not know this key on this instance. Compare the instance with the address of your dashboard, and copy the key again.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Braze knows this key but does not let it list campaigns. It still works for the operations it has permissions for; pickers need campaigns.list, canvas.list, segments.list and templates.email.list. If it should have the permission, check its list of allowed IP addresses.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no Braze REST API at this address. Choose your instance, or correct the custom URL.',
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
