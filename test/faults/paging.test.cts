import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { messageOf, send } from './support.cts';

const servers: Server[] = [];
afterAll(() => {
	for (const server of servers) server.close();
});

interface Reply {
	body: IDataObject;
	headers?: Record<string, string>;
}

/** Reads a whole list from what answers so, and tells how often it was asked. */
async function read(parameters: IDataObject, reply: (count: number) => Reply) {
	let asked = 0;
	const server = createServer((_request, response) => {
		const { body, headers = {} } = reply(asked++);
		// a test that fails must end
		response.writeHead(asked > 20 ? 400 : 200, { 'Content-Type': 'application/json', ...headers });
		response.end(JSON.stringify(body));
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const { nodes } = await send({
		url,
		items: [{}],
		parameters: { returnAll: true, ...parameters },
	});
	const [read = [], failed = []] = nodes.Braze.output;
	return { asked, count: read.length, message: failed.length > 0 ? messageOf(failed[0]) : '' };
}

const lists: Array<[string, IDataObject, string, number]> = [
	['campaigns', { resource: 'campaign', operation: 'getAll' }, 'campaigns', 100],
	['Canvases', { resource: 'canvas', operation: 'getAll' }, 'canvases', 100],
	['segments', { resource: 'segment', operation: 'getAll' }, 'segments', 100],
	['blocks', { resource: 'contentBlock', operation: 'getAll' }, 'content_blocks', 1000],
	['templates', { resource: 'emailTemplate', operation: 'getAll' }, 'templates', 1000],
	[
		'numbers',
		{
			resource: 'phoneNumber',
			operation: 'getInvalid',
			startDate: '2026-01-01',
			endDate: '2026-02-01',
		},
		'sms',
		500,
	],
];

test.each(lists)(
	'%s that move to the next page come once, and what is null comes never',
	async (_name, form, list, size) => {
		const entries = (first: number, count: number) =>
			Array.from({ length: count }, (_, index) => ({ id: `x-${first + index}` }));
		const pages = [
			entries(0, size),
			[...entries(size - 3, 3), null, ...entries(size, size - 4)],
			entries(2 * size - 5, 1),
		];
		const reply = (count: number): Reply => ({
			body: { message: 'success', [list]: pages[count] as IDataObject[] },
		});
		expect(await read(form, reply)).toEqual({ asked: 3, count: 2 * size - 4, message: '' });
		const limited = { ...form, returnAll: false, limit: size + 2 };
		expect(await read(limited, reply)).toEqual({ asked: 2, count: size + 2, message: '' });
	},
);

const campaigns = (first: number, count: number): Reply => ({
	body: {
		message: 'success',
		campaigns: Array.from({ length: count }, (_, index) => ({ id: `campaign-${first + index}` })),
	},
});
const events = (names: string[], cursor?: string): Reply => ({
	body: { message: 'success', events: names.map((name) => ({ name })) },
	...(cursor ? { headers: { link: `</events?cursor=${cursor}>; rel="next"` } } : {}),
});
const byNumber = { resource: 'campaign', operation: 'getAll' };
const byCursor = { resource: 'customEvent', operation: 'getAll' };

test.each<[string, IDataObject, (count: number) => Reply, number]>([
	['the same full page for ever', byNumber, () => campaigns(0, 100), 2],
	['the same cursor again', byCursor, (count) => events([`e${count}`], 'a'), 2],
	['two cursors in turn', byCursor, (count) => events([`e${count}`], `a${count % 2}`), 3],
	['new cursors for the same page', byCursor, (count) => events(['e'], `a${count}`), 2],
	[
		'a next page without a cursor',
		byCursor,
		(count) => ({ ...events([`e${count}`]), headers: { link: '</events?page=2>; rel="next"' } }),
		1,
	],
])(
	'%s is no list: it is neither read for ever nor taken for whole',
	async (_name, list, reply, asked) => {
		expect(await read(list, reply)).toEqual({
			asked,
			count: 0,
			message: expect.stringMatching(/The list does not end.*set a Limit$/),
		});
	},
);

test('a limit ends the list before that', async () => {
	const limited = { ...byNumber, returnAll: false, limit: 80 };
	expect(await read(limited, () => campaigns(0, 100))).toMatchObject({ asked: 1, count: 80 });
});

test.each<[string, IDataObject, (count: number) => Reply, number]>([
	[
		'a page without entries that names a next one',
		byCursor,
		(count) => [events(['a'], 'x'), events([], 'y'), events(['b'])][count],
		2,
	],
	[
		'pages that end with an empty one',
		byNumber,
		(count) => campaigns(count * 100, count < 2 ? 100 : 0),
		200,
	],
	[
		'pages with more than was asked for',
		byNumber,
		(count) => campaigns(count * 101, count < 2 ? 101 : 3),
		205,
	],
])('%s is read to its end', async (_name, list, reply, count) => {
	expect(await read(list, reply)).toEqual({ asked: 3, count, message: '' });
});
