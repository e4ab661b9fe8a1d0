import type { IDataObject } from 'n8n-workflow';

import { eventOf } from './eventShapes.cts';
import {
	bearer,
	call,
	closeListenersAfterEach,
	currents,
	inQuery,
	itemsOf,
	listen,
	once,
	SECRET,
	workflowOf,
	type Call,
} from './support.cts';

closeListenersAfterEach();

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const LONG = '12345678901234567890';

test.each<[string, string, unknown]>([
	['text/plain', LONG, { body: LONG }],
	[JSON_TYPE, LONG, { body: LONG }],
	[FORM, LONG, { body: LONG }],
	['text/plain', '1e5', { body: '1e5' }],
	['text/plain', '1.50', { body: '1.50' }],
	['text/plain', '12345', { body: 12345 }],
	[FORM, '+491701234567', { body: '+491701234567' }],
	[FORM, '{"name":"Jo "J" E"}', { body: '{"name":"Jo "J" E"}' }],
	['Application/X-WWW-Form-Urlencoded', '{"phone":"+4917"}', { phone: '+4917' }],
	[FORM, 'user_id=5&name=J%C3%BC', { user_id: '5', name: 'Jü' }],
	...[JSON_TYPE, `${JSON_TYPE}; charset=UTF-8`, 'text/plain', 'application/vnd.api+json'].map(
		(type): [string, string, unknown] => [
			type,
			`{"id":${LONG},"ids":[-${LONG},1],"text":"a \\"${LONG}\\\\","price":1.5,"small":9007199254740991}`,
			{
				id: LONG,
				ids: [`-${LONG}`, 1],
				text: `a "${LONG}\\`,
				price: 1.5,
				small: 9007199254740991,
			},
		],
	),
])('of a message as %s, %s stays what it says', async (type, body, expected) => {
	const { executions } = await once(inQuery('webhookMessage'), {
		body,
		headers: { 'content-type': type },
	});
	expect(executions).toEqual([[expected]]);
});

test('JSON in a string of an event keeps its long numbers as well, and so does a long body', async () => {
	const event = eventOf('users.behaviors.CustomEvent', {
		properties: { message_extras: `{"order":${LONG}}`, text: 'x\\"'.repeat(300_000) },
	});
	const { executions } = await once(currents(), { body: { events: [event] } });
	expect(executions[0][0].properties).toEqual({
		message_extras: { order: LONG },
		text: 'x\\"'.repeat(300_000),
	});
});

test('events whose ID is an empty text are no repeats of each other', async () => {
	const events = [1, 2].map((time) => eventOf('users.canvas.Entry', { id: '', time }));
	const { executions } = await once(currents(), { body: { events } });
	expect(executions[0].map(({ time }) => time)).toEqual([1, 2]);
});

test('a time that is not in seconds gets no date of a far future', async () => {
	const events = [eventOf('users.canvas.Entry', { time: 1_790_000_000_123 })];
	const { executions } = await once(currents(), { body: { events } });
	expect(executions[0][0]).toHaveProperty('time', 1_790_000_000_123);
	expect(executions[0][0]).not.toHaveProperty('time_iso');
});

test('a secret that was pasted into the URL as it is lets a request in, half of it does not', async () => {
	for (const [secret, query, status] of [
		['ab+cd/==', '?secret=ab+cd/==', 200],
		['ab+cd/==', '?x=1&secret=ab%2Bcd%2F%3D%3D', 200],
		['100%25', '?secret=100%25', 200],
		['a%20b', '?secret=a%20b&x=1', 200],
		['ab+cd', '?secret=ab', 401],
		['ab+cd', '?xsecret=ab+cd', 401],
	] as const) {
		const listener = await listen(workflowOf(inQuery('webhookMessage', { secret })));
		expect({ query, ...(await call(listener, { query, body: {} })) }).toMatchObject({
			query,
			status,
		});
	}
});

test('no header of the item repeats the secret of the URL', async () => {
	const parameters = inQuery('webhookMessage', { options: { includeRequest: true } });
	const listener = await listen(workflowOf(parameters));
	const query = `?secret=${SECRET}`;
	await call(listener, {
		body: {},
		query,
		headers: {
			'x-original-uri': `/webhook/braze${query}`,
			referer: `https://example.com/${query}`,
		},
	});
	expect(itemsOf(listener)).toHaveLength(1);
	expect(JSON.stringify(itemsOf(listener))).not.toContain(SECRET);
});

test.each<[string, IDataObject, Call, string]>([
	['a plus', { secret: 'long secret' }, { query: '?secret=long+secret' }, 'long+secret'],
	['small digits', { secret: 'long/secret' }, { query: '?secret=long%2fsecret' }, 'long%2fsecret'],
	[
		'base64',
		{ authentication: 'basicAuth', user: 'braze', secret: 'long secret' },
		{ headers: { authorization: `Basic ${btoa('braze:long secret')}` } },
		btoa('braze:long secret'),
	],
])(
	'no header of the item repeats the secret written with %s',
	async (_how, form, request, shown) => {
		const options = { includeRequest: true };
		const listener = await listen(workflowOf(inQuery('webhookMessage', { ...form, options })));
		const seen = `https://example.com/?secret=${shown}`;
		const headers = { ...request.headers, referer: seen, 'x-seen': encodeURIComponent(seen) };
		await call(listener, { body: {}, ...request, headers });
		expect(itemsOf(listener)).toHaveLength(1);
		const items = JSON.stringify(itemsOf(listener));
		for (const secret of ['long', shown]) expect(items).not.toContain(secret);
	},
);

test('blanks around a password or a secret count for nothing, here and in Braze', async () => {
	const form = { authentication: 'basicAuth', user: 'braze', secret: ' a: b ' };
	const listener = await listen(workflowOf(inQuery('webhookMessage', form)));
	const statusFor = async (text: string) =>
		(await call(listener, { body: {}, headers: { authorization: `Basic ${btoa(text)}` } })).status;
	expect([await statusFor('braze: a: b '), await statusFor('braze:a: b')]).toEqual([200, 200]);
	expect(await statusFor('braze:a:b')).toBe(401);
	const inUrl = await listen(workflowOf(inQuery('webhookMessage', { secret: ' a b ' })));
	expect((await call(inUrl, { body: {}, query: '?secret=%20a%20b%20' })).status).toBe(200);
});

test('options that are given as texts do what they say', async () => {
	const options = { splitBatch: 'FALSE', flatten: '={{ "true" }}', includeRequest: 0 };
	const { executions } = await once(currents({ options }), {
		body: { events: [{ event_type: 'a.b', properties: { c: 1 } }] },
	});
	expect(executions).toEqual([[{ events: [{ event_type: 'a.b', c: 1 }] }]]);
});

test.each([
	['users.canvas.*', 200, 1],
	['users.CANVAS.entry', 200, 1],
	['users.*', 200, 2],
	['users.behaviors.*', 200, 0],
])('the other event type %s', async (otherEventTypes, status, count) => {
	const events = [
		eventOf('users.canvas.Entry', { id: 'a' }),
		eventOf('users.messages.email.Open', { id: 'b' }),
	];
	const { answer, executions } = await once(
		currents({ events: [], options: { otherEventTypes } }),
		{
			body: { events },
			headers: bearer(),
		},
	);
	expect(answer.status).toBe(status);
	expect(executions.flat()).toHaveLength(count);
});
