import { eventOf } from './eventShapes.cts';
import {
	closeListenersAfterEach,
	bearer,
	call,
	currents,
	inQuery,
	itemsOf,
	listen,
	once,
	workflowOf,
} from './support.cts';

closeListenersAfterEach();

const event = eventOf('users.messages.sms.InboundReceive');
const batch = JSON.stringify({ events: [event] });
const idsOf = (executions: Array<Array<{ id?: unknown }>>) =>
	executions.map((items) => items.map(({ id }) => id));

const types: Array<[string, string, string]> = [
	['JSON', 'application/json', batch],
	['JSON with a charset', 'application/json; charset=utf-8', batch],
	['plain text', 'text/plain', batch],
	['a form that is one JSON text', 'application/x-www-form-urlencoded', batch],
	[
		'a form that is one encoded JSON text',
		'application/x-www-form-urlencoded',
		encodeURIComponent(batch),
	],
	['a type that n8n does not know', 'application/octet-stream', batch],
	['JSON in a JSON text', 'application/json', JSON.stringify(batch)],
	['text with a byte order mark', 'text/plain', `\uFEFF${batch}`],
	['a list without a wrapping', 'application/json', JSON.stringify([event])],
	['a single event', 'application/json', JSON.stringify(event)],
];

test.each(types)('a batch as %s is read', async (_what, type, body) => {
	const { answer, executions } = await once(currents(), {
		body,
		headers: { ...bearer(), 'content-type': type },
	});
	expect(answer).toMatchObject({ status: 200, body: { message: 'Workflow was started' } });
	expect(idsOf(executions)).toEqual([[event.id]]);
});

const probes: Array<[string, string | undefined, string]> = [
	['zero events', '{"events":[]}', 'application/json'],
	['no list', '{}', 'application/json'],
	['null for a list', '{"events":null}', 'application/json'],
	['null', 'null', 'application/json'],
	['an empty list', '[]', 'application/json'],
	['an empty body', undefined, 'application/json'],
	['blanks', '  \n', 'text/plain'],
	['an empty body of plain text', undefined, 'text/plain'],
	['an empty form', undefined, 'application/x-www-form-urlencoded'],
];

test.each(probes)(
	'%s is answered 200 with the right token, 401 with a wrong one, and starts nothing',
	async (_what, body, type) => {
		const listener = await listen(workflowOf(currents()));
		const statuses = [];
		for (const headers of [bearer(), bearer('wrong'), {}]) {
			const { status } = await call(listener, {
				body,
				headers: { 'content-type': type, ...headers },
			});
			statuses.push(status);
		}
		expect(statuses).toEqual([200, 401, 401]);
		expect(listener.executions).toEqual([]);
	},
);

const refused: Array<[string, string, string]> = [
	['text', 'hello', 'The body is no JSON object'],
	['cut JSON', batch.slice(0, -3), 'The body is no JSON object'],
	['a number', '5', 'The body is no JSON object'],
	['another object', '{"hello":"world"}', 'An event of the body has no event_type'],
	['events that are no list', '{"events":"many"}', 'The body is no list of JSON objects'],
	['events that are no objects', '{"events":[1]}', 'The body is no list of JSON objects'],
	[
		'an event without its type',
		'{"events":[{"id":"1"}]}',
		'An event of the body has no event_type',
	],
];

test.each(refused)(
	'%s is refused with a sentence and starts nothing',
	async (_what, body, sentence) => {
		const { answer, executions } = await once(currents(), {
			body,
			headers: { ...bearer(), 'content-type': 'text/plain' },
		});
		expect(answer).toMatchObject({ status: 400, body: { message: sentence } });
		expect(executions).toEqual([]);
	},
);

test('JSON that is declared as such and does not parse is refused by n8n before the node', async () => {
	const { answer, executions } = await once(currents(), { body: '{"events":[', headers: {} });
	expect(answer.status).toBe(422);
	expect(executions).toEqual([]);
});

test('a batch of 10 MB is read whole', async () => {
	const events = Array.from({ length: 100 }, (_, index) =>
		eventOf('users.behaviors.CustomEvent', {
			id: `event-${index}`,
			properties: { name: 'long', custom_properties: { text: 'x'.repeat(100_000) } },
		}),
	);
	const { answer, executions } = await once(currents(), { body: { events } });
	expect(answer.status).toBe(200);
	expect(executions.map((items) => items.length)).toEqual([100]);
	expect(executions[0][99].properties).toEqual(events[99].properties);
});

test('an event that comes twice in a batch becomes one item, the first', async () => {
	const twice = [
		eventOf('users.messages.email.Open', { id: 'a', time: 1 }),
		eventOf('users.messages.email.Open', { id: 'b', time: 2 }),
		eventOf('users.messages.email.Open', { id: 'a', time: 3 }),
		eventOf('users.messages.email.Open', { id: null, time: 4 }),
		eventOf('users.messages.email.Open', { id: null, time: 5 }),
	];
	const { executions } = await once(currents(), { body: { events: twice } });
	expect(executions[0].map(({ time }) => time)).toEqual([1, 2, 4, 5]);
});

test('a whole batch is one item with the list of its events', async () => {
	const open = eventOf('users.messages.email.Open', { id: 'a' });
	const { executions } = await once(
		currents({ events: ['users.messages.email.Open'], options: { splitBatch: false } }),
		{ body: { events: [open, event, open] } },
	);
	expect(executions).toEqual([
		[{ events: [expect.objectContaining({ id: 'a', time_iso: expect.any(String) })] }],
	]);
});

test('headers and query come along where they are asked for', async () => {
	const listener = await listen(
		workflowOf(inQuery('currents', { options: { includeRequest: true } })),
	);
	await call(listener, {
		body: { events: [event, eventOf('users.canvas.Entry')] },
		headers: { 'Braze-Currents-Version': '1' },
		query: `?workspace=shop&secret=${String(inQuery('currents').secret)}`,
	});
	const [items] = itemsOf(listener);
	expect(items).toHaveLength(2);
	for (const { brazeRequest } of items) {
		expect(brazeRequest).toEqual({
			method: 'POST',
			headers: expect.objectContaining({ 'braze-currents-version': '1' }),
			query: { workspace: 'shop' },
		});
	}
});

test('a current comes by POST alone, and only to its own path', async () => {
	const listener = await listen(workflowOf(currents()));
	const statuses = [];
	for (const method of ['GET', 'PUT', 'DELETE']) {
		statuses.push((await call(listener, { method, headers: bearer() })).status);
	}
	const elsewhere = { ...listener, url: `${listener.url}/more` };
	statuses.push((await call(elsewhere, { headers: bearer(), body: { events: [event] } })).status);
	expect(statuses).toEqual([404, 404, 404, 404]);
	expect(listener.executions).toEqual([]);
});
