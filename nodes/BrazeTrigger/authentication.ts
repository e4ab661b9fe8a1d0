import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { equalSecrets } from './equalSecrets';

/** Name of the query parameter that carries a secret; never part of an item. */
export const SECRET_PARAMETER = 'secret';

export type AuthenticationName =
	| 'basicAuth'
	| 'bearerToken'
	| 'headerSecret'
	| 'querySecret'
	| 'none';

/** How a request shows that it comes from Braze. */
export type Authentication =
	| { name: 'basicAuth'; user: string; secret: string }
	| { name: 'bearerToken'; secret: string }
	| { name: 'headerSecret'; header: string; secret: string }
	| { name: 'querySecret'; secret: string }
	| { name: 'none' };

/** The choices of *Authentication*; each source offers those that Braze can carry there. */
export const authentications: Record<AuthenticationName, INodePropertyOptions> = {
	basicAuth: {
		name: 'Basic Auth',
		value: 'basicAuth',
		description: 'A user name and a password',
	},
	bearerToken: {
		name: 'Bearer Token',
		value: 'bearerToken',
		description: 'A token in the header Authorization, after the word Bearer',
	},
	headerSecret: {
		name: 'Header',
		value: 'headerSecret',
		description: 'A secret in a header of your own',
	},
	none: {
		name: 'None',
		value: 'none',
		description: 'Whoever knows the URL can start this workflow',
	},
	querySecret: {
		name: 'Secret in URL',
		value: 'querySecret',
		description: 'A secret in the query of the URL',
	},
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** @returns what follows the scheme in a header Authorization; the scheme may be written in any case (RFC 9110) */
function credentialsAfter(scheme: string, headers: IDataObject): string {
	const header = text(headers.authorization);
	const isScheme = header.slice(0, scheme.length).toLowerCase() === scheme.toLowerCase();
	return isScheme && header[scheme.length] === ' ' ? header.slice(scheme.length).trim() : '';
}

/** The form leaves out the blanks around user and password, so that they count for nothing here either. */
const withoutEdges = (credentials: string): string => credentials.trim().replace(/\s*:\s*/, ':');

/** @returns the secret of a URL, not decoded */
const parameterIn = (url: string): string =>
	new RegExp(`[?&]${SECRET_PARAMETER}=([^&#]*)`).exec(url)?.[1] ?? '';

/**
 * Whether a request carries the secret.
 *
 * @param headers by their names in lower case
 * @param url as it was called: there a secret stands as it was pasted, while a query is decoded, which changes + and %
 */
export function isAuthentic(
	authentication: Authentication,
	headers: IDataObject,
	query: IDataObject,
	url: string,
): boolean {
	switch (authentication.name) {
		case 'none':
			return true;
		case 'bearerToken':
			return equalSecrets(credentialsAfter('Bearer', headers), authentication.secret);
		case 'basicAuth': {
			const given = Buffer.from(credentialsAfter('Basic', headers), 'base64').toString('utf8');
			return equalSecrets(withoutEdges(given), `${authentication.user}:${authentication.secret}`);
		}
		case 'headerSecret':
			return equalSecrets(
				text(headers[authentication.header.toLowerCase()]).trim(),
				authentication.secret,
			);
		case 'querySecret': {
			const decoded = text(query[SECRET_PARAMETER]).trim();
			const pasted = decoded === '' ? '' : parameterIn(url);
			return [decoded, pasted].some((given) => equalSecrets(given, authentication.secret));
		}
	}
}
