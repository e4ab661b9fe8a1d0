import type { IDataObject } from 'n8n-workflow';

import { equalBytes, equalSecrets } from '../../nodes/BrazeTrigger/equalSecrets.ts';
import {
	closeListenersAfterEach,
	bearer,
	call,
	currents,
	inQuery,
	itemsOf,
	listen,
	SECRET,
	workflowOf,
} from './support.cts';
import type { Call } from './support.cts';

closeListenersAfterEach();

const basic = (user: string, password: string): Record<string, string> => ({
	authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const header = (name: string, value: string): Record<string, string> => ({ [name]: value });

const message = (more: IDataObject): IDataObject => ({
	source: 'webhookMessage',
	secret: SECRET,
	...more,
});
const byBearer = message({ authentication: 'bearerToken' });
const byHeader = message({ authentication: 'headerSecret' });
const byOwnHeader = message({ authentication: 'headerSecret', headerName: 'X-Own' });
const byBasic = message({ authentication: 'basicAuth', user: 'braze' });
const byQuery = inQuery('webhookMessage');

const right: Array<[string, IDataObject, Call]> = [
	['a bearer token', byBearer, { headers: bearer() }],
	['a bearer token of lower case', byBearer, { headers: { authorization: `bearer ${SECRET}` } }],
	['a bearer token of upper case', byBearer, { headers: { authorization: `BEARER  ${SECRET} ` } }],
	['a header', byHeader, { headers: header('X-Braze-Secret', SECRET) }],
	['a header in other letters', byHeader, { headers: header('x-braze-SECRET', SECRET) }],
	['a header of its own', byOwnHeader, { headers: header('x-own', SECRET) }],
	['Basic Auth', byBasic, { headers: basic('braze', SECRET) }],
	[
		'Basic Auth in lower case',
		byBasic,
		{ headers: { authorization: basic('braze', SECRET).authorization.replace('Basic', 'basic') } },
	],
	['the query', byQuery, { query: `?secret=${SECRET}` }],
	['the query among others', byQuery, { query: `?a=1&secret=${SECRET}&b=2` }],
	['nothing where nothing is asked', { source: 'webhookMessage', authentication: 'none' }, {}],
	[
		'a secret of other letters',
		{ ...byBasic, secret: 'Grüße 😀' },
		{ headers: basic('braze', 'Grüße 😀') },
	],
	[
		'a secret with blanks around it',
		{ ...byHeader, secret: ` ${SECRET}\n` },
		{ headers: header('X-Braze-Secret', SECRET) },
	],
	[
		'a secret from an expression',
		{ ...byHeader, secret: `={{ "${SECRET}" }}` },
		{ headers: header('X-Braze-Secret', SECRET) },
	],
	[
		'a secret that the query has to encode',
		inQuery('webhookMessage', { secret: 'a&b=c d' }),
		{ query: '?secret=a%26b%3Dc%20d' },
	],
];

test.each(right)('%s lets a request in', async (_what, parameters, request) => {
	const listener = await listen(workflowOf(parameters));
	const { status } = await call(listener, { body: { user_id: 'user-001' }, ...request });
	expect(status).toBe(200);
	expect(itemsOf(listener)).toHaveLength(1);
});

const near = [
	SECRET.slice(0, -1),
	`${SECRET}x`,
	SECRET.toLowerCase(),
	`x${SECRET.slice(1)}`,
	'x',
	'',
];

const wrong: Array<[string, IDataObject, Call]> = [
	...([byBearer, byHeader, byBasic, byQuery].map((parameters) => [
		`nothing for ${String(parameters.authentication)}`,
		parameters,
		{},
	]) as Array<[string, IDataObject, Call]>),
	...near.flatMap(
		(secret): Array<[string, IDataObject, Call]> => [
			[`the token "${secret}"`, byBearer, { headers: bearer(secret) }],
			[`the header "${secret}"`, byHeader, { headers: header('X-Braze-Secret', secret) }],
			[`the password "${secret}"`, byBasic, { headers: basic('braze', secret) }],
			[`the query "${secret}"`, byQuery, { query: `?secret=${secret}` }],
		],
	),
	['the token without its scheme', byBearer, { headers: { authorization: SECRET } }],
	['the token under another scheme', byBearer, { headers: { authorization: `Token ${SECRET}` } }],
	[
		'the token behind a scheme that goes on',
		byBearer,
		{ headers: { authorization: `Bearerx ${SECRET}` } },
	],
	['the token in the query', byBearer, { query: `?secret=${SECRET}` }],
	['the secret in another header', byHeader, { headers: bearer() }],
	[
		'the default header where it has another name',
		byOwnHeader,
		{ headers: header('X-Braze-Secret', SECRET) },
	],
	['another user', byBasic, { headers: basic('other', SECRET) }],
	['the colon elsewhere', byBasic, { headers: basic('braz', `e:${SECRET}`) }],
	[
		'Basic Auth that is not encoded',
		byBasic,
		{ headers: { authorization: `Basic braze:${SECRET}` } },
	],
	['the secret twice in the query', byQuery, { query: `?secret=${SECRET}&secret=${SECRET}` }],
	['the secret in the body', byQuery, { body: { secret: SECRET } }],
];

test.each(wrong)('%s gets a 401 and starts nothing', async (_what, parameters, request) => {
	const listener = await listen(workflowOf(parameters));
	const { status, body } = await call(listener, { body: { user_id: 'user-001' }, ...request });
	expect({ status, body }).toEqual({
		status: 401,
		body: { message: 'The secret is missing or wrong' },
	});
	expect(listener.executions).toEqual([]);
});

test('a 401 names the way to authenticate where HTTP has a name for it', async () => {
	const challenges = [];
	for (const parameters of [byBearer, byBasic, byHeader, byQuery]) {
		const { headers } = await call(await listen(workflowOf(parameters)), { body: {} });
		challenges.push(headers.get('www-authenticate'));
	}
	expect(challenges).toEqual(['Bearer', 'Basic realm="n8n"', null, null]);
});

test.each(['currents', 'segmentExport', 'transactionalEmailPostback', 'connectedContent'])(
	'%s checks the secret before it looks at the body',
	async (source) => {
		const listener = await listen(workflowOf(inQuery(source)));
		const body = listener.method === 'GET' ? undefined : 'no json at all';
		const headers = { 'content-type': 'text/plain' };
		const { status } = await call(listener, { headers, body, query: '?secret=wrong' });
		expect(status).toBe(401);
		expect(listener.executions).toEqual([]);
	},
);

test('no item and no answer holds the secret, whatever the options', async () => {
	const ways: Array<[IDataObject, Call]> = [
		[byBearer, { headers: { ...bearer(), cookie: `n8n=${SECRET}`, 'x-kept': 'kept' } }],
		[byOwnHeader, { headers: { ...header('x-own', SECRET), 'x-kept': 'kept' } }],
		[byBasic, { headers: { ...basic('braze', SECRET), 'x-kept': 'kept' } }],
		[byQuery, { headers: { 'x-kept': 'kept' }, query: `?secret=${SECRET}&kept=1` }],
	];
	for (const [parameters, request] of ways) {
		const listener = await listen(workflowOf({ ...parameters, options: { includeRequest: true } }));
		const answer = await call(listener, { body: { user_id: 'user-001' }, ...request });
		const [[item]] = itemsOf(listener);
		expect(item).toMatchObject({ brazeRequest: { method: 'POST', headers: { 'x-kept': 'kept' } } });
		const written = JSON.stringify([item, answer.body]);
		expect(written).not.toContain(SECRET);
		expect(written).not.toContain(basic('braze', SECRET).authorization.slice(6));
	}
});

describe('the comparison', () => {
	/** A list that counts how often its entries are read. */
	function counted(bytes: number[]): { bytes: ArrayLike<number>; reads: () => number } {
		let reads = 0;
		const proxy = new Proxy(bytes, {
			get(target, key) {
				if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
				return Reflect.get(target, key) as unknown;
			},
		});
		return { bytes: proxy, reads: () => reads };
	}

	test.each([
		['right', [1, 2, 3, 4]],
		['wrong at the start', [9, 2, 3, 4]],
		['wrong at the end', [1, 2, 3, 9]],
		['wrong all over', [9, 9, 9, 9]],
	])('reads as much where the secret is %s', (_what, given) => {
		const [left, secret] = [counted(given), counted([1, 2, 3, 4])];
		equalBytes(left.bytes, secret.bytes);
		expect([left.reads(), secret.reads()]).toEqual([4, 4]);
	});

	test.each([
		['secret', 'secret', true],
		['secret', 'secreT', false],
		['secretsecret', 'secret', false],
		['secre', 'secret', false],
		['', 'secret', false],
		['secret', '', false],
		['', '', false],
		['ü', 'ü', true],
		['ü', 'u', false],
	])('of %p with %p is %p', (given, secret, expected) => {
		expect(equalSecrets(given, secret)).toBe(expected);
	});
});

test('a current takes its token', async () => {
	const listener = await listen(workflowOf(currents()));
	const { status } = await call(listener, { headers: bearer(), body: { events: [] } });
	expect(status).toBe(200);
});
