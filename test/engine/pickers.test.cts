import type { INodeProperties } from 'n8n-workflow';

import { readSeed } from '../../sandbox/sandbox.cts';
import { askList, askWholeList, describedNode, searches } from './listSearch.cts';
import { openStub } from './stub.cts';
import { openBench } from './support.cts';

const PAGE = 100;
const PER_LIST = 250;

const seed = { ...readSeed(), fill: PER_LIST };
const bench = openBench({ seed });
const stub = openStub();

const ask = askList(bench);
const askForAll = askWholeList(ask);

const isOpen = ({ state }: { state?: string }): boolean => state !== 'archived';

const lists: Array<[string, string, string, number]> = [
	['searchCampaigns', '/campaigns/list', 'campaigns.list', PER_LIST],
	['searchCanvases', '/canvas/list', 'canvas.list', PER_LIST],
	['searchSegments', '/segments/list', 'segments.list', PER_LIST],
	['searchEmailTemplates', '/templates/email/list', 'templates.email.list', PER_LIST],
];

describe.each(lists)('%s', (method, path, permission, total) => {
	const archived =
		total -
		(method === 'searchCampaigns'
			? seed.campaigns.filter((each) => !isOpen(each)).length
			: method === 'searchCanvases'
				? seed.canvases.filter((each) => !isOpen(each)).length
				: 0);

	test('goes on page by page to the end, each entry once', async () => {
		const names = await askForAll(method);
		expect(names).toHaveLength(archived);
		expect(new Set(names).size).toBe(archived);
		expect(bench.sandbox.requests.every((request) => request.path === path)).toBe(true);
		expect(bench.sandbox.requests.every(({ accepted }) => accepted)).toBe(true);
		expect(bench.sandbox.requests).toHaveLength(Math.ceil(PER_LIST / PAGE));
	});

	test('asks for one page at first, and tells that there is more', async () => {
		const { results, paginationToken } = await ask(method);
		expect(results.length).toBeGreaterThan(PAGE - 10);
		expect(paginationToken).toBeDefined();
		expect(bench.sandbox.requests).toHaveLength(1);
	});

	test('finds by name over all pages, whatever the case', async () => {
		expect(await askForAll(method, { filter: 'FILLER 000000000007' })).toHaveLength(1);
		expect(await askForAll(method, { filter: 'no such name' })).toEqual([]);
	});

	test('names the permission where the key lacks it', async () => {
		await expect(ask(method, { apiKey: 'sandbox-no-lists-key' })).rejects.toThrow(
			`This list needs a key with the permission ${permission}. Create one in Braze with it, or choose By ID`,
		);
	});

	test.each([{}, { campaigns: 'x' }, { campaigns: [null, 'x', 7] }])(
		'gives nothing for an answer without a list: %j',
		async (body) => {
			stub.answer = { status: 200, body };
			expect(await ask(method, { url: stub.url })).toEqual({ results: [] });
		},
	);
});

test('a fault of Braze is readable, and what to do without the list', async () => {
	stub.answer = { status: 500, body: { message: 'Internal Server Error' } };
	await Promise.all(
		lists.map(async ([method]) => {
			await expect(ask(method, { url: stub.url })).rejects.toThrow(
				/Internal Server Error.*By ID to go on without the list/,
			);
		}),
	);
});

test('a key that Braze does not know is masked', async () => {
	stub.answer = { status: 404, body: { message: 'Not Found: top-secret-key' } };
	await expect(ask('searchSegments', { url: stub.url, apiKey: 'top-secret-key' })).rejects.toThrow(
		'Not Found: ***',
	);
});

test.each(lists)(
	'%s: a key that Braze does not know names key and instance first, and adds the permission',
	async (method, _path, permission) => {
		stub.answer = { status: 401, body: { message: 'Invalid API key: top-secret-key' } };
		const asked = ask(method, { url: stub.url, apiKey: 'top-secret-key' });
		await expect(asked).rejects.toThrow(
			`Braze does not know the REST API key on this instance. Check both in the Braze credential; some accounts answer so, too, where the key lacks the permission ${permission}.`,
		);
		expect(stub.asked).toHaveLength(1);
	},
);

describe('a search', () => {
	const pageOf = (page: number) =>
		Array.from({ length: PAGE }, (_, index) => ({ id: `${page}-${index}`, name: 'other' }));
	beforeEach(() => {
		stub.answer = {
			status: 200,
			get body() {
				return { campaigns: pageOf(stub.asked.length), message: 'success' };
			},
		};
	});

	test('reads so many pages at once and no more, and goes on from there', async () => {
		const { results, paginationToken } = await ask('searchCampaigns', {
			url: stub.url,
			filter: 'nowhere',
		});
		expect(results).toEqual([]);
		expect(stub.asked.map(({ url }) => url)).toEqual(
			Array.from({ length: 20 }, (_, page) => expect.stringContaining(`page=${page}`)),
		);
		await ask('searchCampaigns', { url: stub.url, filter: 'nowhere', token: paginationToken });
		expect(stub.asked).toHaveLength(40);
		expect(stub.asked[20].url).toContain('page=20');
	});

	test('ends after a while, whatever is left to read', async () => {
		let now = 0;
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 6000));
		try {
			const { paginationToken } = await ask('searchCampaigns', {
				url: stub.url,
				filter: 'nowhere',
			});
			expect(stub.asked.length).toBeLessThan(5);
			expect(paginationToken).toBeDefined();
		} finally {
			clock.mockRestore();
		}
	});
});

describe('an entry', () => {
	test('has its tags behind its name and its ID as value', async () => {
		const { results } = await ask('searchCampaigns', { filter: 'order shipped' });
		expect(results).toEqual([
			{
				name: 'Order shipped (orders, transactional)',
				value: 'c0000000-0000-4000-8000-000000000003',
			},
		]);
	});

	test('of a campaign says that it is one for messages sent through the API', async () => {
		expect(await askForAll('searchCampaigns', { filter: 'order messages' })).toEqual([
			'Order messages (API campaign, orders, transactional)',
		]);
	});

	test('says what else the list tells, and leaves out tags that are null', async () => {
		const campaign = { id: 'a', name: 'A', draft: true, archived: true, tags: ['x', null] };
		stub.answer = { status: 200, body: { campaigns: [campaign], message: 'success' } };
		const { results } = await ask('searchCampaigns', { url: stub.url });
		expect(results).toEqual([{ name: 'A (archived, draft, x)', value: 'a' }]);
	});

	test.each([
		['searchPreferenceCenters', ['news_preferences']],
		['searchIntegrations', ['Customers from the warehouse', 'Purchases from the warehouse']],
		['searchTrackedSegments', ['Members (loyalty)', 'All users']],
	])('of %s is what its list endpoint gives', async (method, names) => {
		expect(await askForAll(method)).toEqual(names);
	});

	test('is found by a tag and a word in any order', async () => {
		expect(await askForAll('searchCanvases', { filter: 'lifecycle win' })).toEqual([
			'Win back (lifecycle)',
		]);
	});

	test('is left out where it is archived', async () => {
		expect(await askForAll('searchCampaigns', { filter: 'old' })).toEqual([]);
		expect(await askForAll('searchCanvases', { filter: 'spring sale' })).toEqual([]);
	});

	test('is an API campaign where only these track messages', async () => {
		expect(await askForAll('searchApiCampaigns')).toEqual([
			'Order messages (orders, transactional)',
		]);
	});
});

test('every picker of the form offers its list first, has its search, and takes an ID', async () => {
	const description = await describedNode();
	const known = await searches();
	const fieldsOf = ({ options = [] }: INodeProperties): INodeProperties[] =>
		options.flatMap((option) =>
			'values' in option ? option.values : 'type' in option ? [option] : [],
		);
	const all = description.properties.flatMap((property) => [property, ...fieldsOf(property)]);
	const pickers = all.filter(({ type }) => type === 'resourceLocator');
	expect(pickers.length).toBeGreaterThan(10);
	for (const { modes = [], default: initial } of pickers) {
		// what Braze names instead of numbering is given by its name
		expect(modes.map(({ name, type }) => [name, type])).toEqual([
			['list', 'list'],
			[expect.stringMatching(/^(?:id|name)$/), 'string'],
		]);
		expect(initial).toEqual({ mode: 'list', value: '' });
		const { searchListMethod, searchable } = modes[0].typeOptions ?? {};
		expect(searchable).toBe(true);
		expect(Object.keys(known)).toContain(searchListMethod);
	}
});
