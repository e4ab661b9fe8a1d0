import { deflateSync, gzipSync } from 'node:zlib';

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
} from './support.cts';

closeListenersAfterEach();

const JSON_TYPE = 'application/json';
const LONG = '12345678901234567890';
const ID = '0a1b2c3d-0000-4000-8000-000000000001';
const batch = JSON.stringify({ events: [eventOf('users.canvas.Entry', { id: ID })] });

test.each([
	['gzip', JSON_TYPE, gzipSync(batch)],
	['deflate', JSON_TYPE, deflateSync(batch)],
	['gzip', 'application/octet-stream', gzipSync(batch)],
])('a batch that is packed with %s as %s is read', async (encoding, type, body) => {
	const headers = { ...bearer(), 'content-type': type, 'content-encoding': encoding };
	const { answer, executions } = await once(currents(), { body, headers });
	expect(answer.status).toBe(200);
	expect(executions.map((items) => items.map(({ id }) => id))).toEqual([[ID]]);
});

test('JSON behind a byte order mark is read as JSON, long numbers too', async () => {
	const { executions } = await once(inQuery('webhookMessage'), {
		body: Buffer.from(`\uFEFF{"id":${LONG}}`),
		headers: { 'content-type': JSON_TYPE },
	});
	expect(executions).toEqual([[{ id: LONG }]]);
});

const BOUNDARY = '----braze';
const multipart = `multipart/form-data; boundary=${BOUNDARY}`;
const form = (...parts: string[]): string =>
	[...parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`), `--${BOUNDARY}--\r\n`].join('');
const field = (name: string, value: string): string =>
	`Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
const file =
	'Content-Disposition: form-data; name="note"; filename="note.txt"\r\nContent-Type: text/plain\r\n\r\nHello';

test('the fields of a form in parts are those of the item, and a file says what it was', async () => {
	const listener = await listen(workflowOf(inQuery('webhookMessage')));
	const fields = [field('user_id', 'user-001'), field('tag', 'a'), field('tag', 'b')];
	for (const body of [form(...fields, file), form()]) {
		const { status } = await call(listener, {
			body,
			headers: { 'content-type': multipart },
			query: `?secret=${SECRET}&user_id=user-002`,
		});
		expect(status).toBe(200);
	}
	expect(itemsOf(listener)).toEqual([
		[
			{
				user_id: 'user-001',
				tag: ['a', 'b'],
				note: { fileName: 'note.txt', mimeType: 'text/plain', bytes: 5 },
				query_user_id: 'user-002',
			},
		],
		[{ user_id: 'user-002' }],
	]);
});

test('a postback as a form in parts counts by its status', async () => {
	const { executions } = await once(
		inQuery('transactionalEmailPostback', { statuses: ['bounced'] }),
		{
			body: form(field('dispatch_id', 'd'), field('status', 'bounced')),
			headers: { 'content-type': multipart },
		},
	);
	expect(executions).toEqual([[{ dispatch_id: 'd', status: 'bounced' }]]);
});
