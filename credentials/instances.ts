import type { IHttpRequestOptions, INodePropertyOptions } from 'n8n-workflow';

/** Option value of an instance whose REST URL the user enters. */
export const CUSTOM_INSTANCE = 'custom';

/** The 15 instances of the Braze docs (September 2026) and *Custom URL*; the value is the REST endpoint. */
export const instances: INodePropertyOptions[] = [
	{ name: 'AU-01 (dashboard.au-01.braze.com)', value: 'https://rest.au-01.braze.com' },
	{ name: 'Custom URL', value: CUSTOM_INSTANCE },
	{ name: 'EU-01 (dashboard-01.braze.eu)', value: 'https://rest.fra-01.braze.eu' },
	{ name: 'EU-02 (dashboard-02.braze.eu)', value: 'https://rest.fra-02.braze.eu' },
	{ name: 'ID-01 (dashboard.id-01.braze.com)', value: 'https://rest.id-01.braze.com' },
	{ name: 'JP-01 (dashboard.jp-01.braze.com)', value: 'https://rest.jp-01.braze.com' },
	{ name: 'KR-01 (dashboard.kr-01.braze.com)', value: 'https://rest.kr-01.braze.com' },
	{ name: 'US-01 (dashboard-01.braze.com)', value: 'https://rest.iad-01.braze.com' },
	{ name: 'US-02 (dashboard-02.braze.com)', value: 'https://rest.iad-02.braze.com' },
	{ name: 'US-03 (dashboard-03.braze.com)', value: 'https://rest.iad-03.braze.com' },
	{ name: 'US-04 (dashboard-04.braze.com)', value: 'https://rest.iad-04.braze.com' },
	{ name: 'US-05 (dashboard-05.braze.com)', value: 'https://rest.iad-05.braze.com' },
	{ name: 'US-06 (dashboard-06.braze.com)', value: 'https://rest.iad-06.braze.com' },
	{ name: 'US-07 (dashboard-07.braze.com)', value: 'https://rest.iad-07.braze.com' },
	{ name: 'US-08 (dashboard-08.braze.com)', value: 'https://rest.iad-08.braze.com' },
	{ name: 'US-10 (dashboard.us-10.braze.com)', value: 'https://rest.us-10.braze.com' },
];

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

const defaultNames = [
	'defaultAppId',
	'defaultEmailFrom',
	'defaultSmsSubscriptionGroupId',
	'defaultWhatsAppSubscriptionGroupId',
] as const;

/** What of the credential fills a field of a channel that was left empty. */
export type CredentialDefault = (typeof defaultNames)[number];

/** What the credential fills empty fields with. */
export type CredentialDefaults = Partial<Record<CredentialDefault, string>>;

/** What the *Braze API* credential holds. */
export interface BrazeCredentials extends CredentialDefaults {
	instance?: string;
	customUrl?: string;
	apiKey: string;
}

/** @returns what a credential holds besides where requests go to and its key */
export const credentialDefaults = (credentials: BrazeCredentials): CredentialDefaults =>
	Object.fromEntries(defaultNames.map((name) => [name, credentials[name]]));

/** Raised for an instance or a custom URL that requests must not go to; the message says how to fix it. */
export class UnusableUrl extends Error {}

/**
 * The REST endpoint that requests go to, without a trailing slash.
 * A custom URL may lack its scheme or carry a path or a query: these are corrected.
 *
 * @throws UnusableUrl where the instance is none of the list, or the URL cannot be read, holds a backslash, a user name or a
 *   password, or is plain HTTP to another machine
 */
export function instanceUrl({ instance, customUrl }: BrazeCredentials): string {
	if (instance === undefined || instance === '') {
		throw new UnusableUrl('The Braze credential names no instance. Choose it there');
	}
	if (instance !== CUSTOM_INSTANCE) return listed(instance);
	const text = String(customUrl ?? '').trim();
	const example = 'Enter it in the Braze credential as https://rest.example.braze.com';
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	// browsers and servers do not agree on what a backslash means, so neither could say where the key would go
	if (!URL.canParse(withScheme) || text.includes('\\'))
		throw new UnusableUrl(`The custom URL is no web address. ${example}`);
	const url = new URL(withScheme);
	if (url.username !== '' || url.password !== '') {
		throw new UnusableUrl(`The custom URL holds a user name or a password. ${example}`);
	}
	const isLoopback = loopback.test(url.hostname);
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
		throw new UnusableUrl(
			`The custom URL starts with ${url.protocol}//, which would send the key unencrypted. ${example}`,
		);
	}
	return url.origin;
}

/**
 * Keeps a plain HTTP request to this machine away from the proxies that n8n takes from its environment, which would see the key.
 * n8n knows no request without them, but one with a proxy of its own: that is the addressed server itself, and every HTTP server
 * takes a request for a whole address (RFC 9112, section 3.2.2).
 *
 * @returns what a request needs for that; nothing where it goes elsewhere or names a proxy itself
 */
export function pastProxies({
	url,
	baseURL,
	proxy,
}: IHttpRequestOptions): Pick<IHttpRequestOptions, 'proxy'> {
	if (proxy || !URL.canParse(url, baseURL)) return {};
	const { protocol, hostname, port } = new URL(url, baseURL);
	if (protocol !== 'http:' || !loopback.test(hostname)) return {};
	return { proxy: { protocol: 'http', host: hostname, port: port === '' ? 80 : Number(port) } };
}

function listed(instance: string): string {
	if (instances.some(({ value }) => value === instance)) return instance;
	throw new UnusableUrl(
		'The instance in the Braze credential is none of the list. Choose it there, or Custom URL for another address',
	);
}
