import { askList } from './listSearch.cts';
import { openStub } from './stub.cts';
import { NOW, openBench, shownBy, tracked } from './support.cts';

const bench = openBench({ now: NOW });
const stub = openStub();
const ask = askList(bench);

/** Lists by their pickers: key of the list, of the ID and of the name. */
const lists: Array<[picker: string, list: string, id: string, name: string]> = [
	['searchCampaigns', 'campaigns', 'id', 'name'],
	['searchCanvases', 'canvases', 'id', 'name'],
	['searchContentBlocks', 'content_blocks', 'content_block_id', 'name'],
	['searchEmailTemplates', 'templates', 'email_template_id', 'template_name'],
	['searchIntegrations', 'results', 'integration_id', 'integration_name'],
	['searchPreferenceCenters', 'preference_centers', 'preference_center_api_id', 'name'],
	['searchSegments', 'segments', 'id', 'name'],
];

describe.each(lists)('%s', (picker, list, id, name) => {
	const answer = (entries: unknown[], headers: Record<string, string> = {}) => {
		stub.answer = { status: 200, body: { message: 'success', [list]: entries }, headers };
	};
	const named = (value: unknown, text: unknown) => ({ [id]: value, [name]: text });

	test('leaves out what has no ID, and shows the ID of what has no name', async () => {
		answer([
			...[null, '', ' ', { a: 1 }, undefined].map((value) => named(value, 'Lost')),
			...[null, '', ' ', { a: 1 }, undefined].map((text, index) => named(`id-${index}`, text)),
			named(7, 'Seven'),
		]);
		const { results } = await ask(picker, { url: stub.url });
		expect(results).toEqual([
			...[0, 1, 2, 3, 4].map((index) => ({ name: `id-${index}`, value: `id-${index}` })),
			{ name: 'Seven', value: '7' },
		]);
	});

	test('tells those of one name apart by their IDs, and has each once', async () => {
		answer([named('a', 'Same'), named('b', 'Same'), named('a', 'Same'), named('c', 'Other')]);
		const { results } = await ask(picker, { url: stub.url });
		expect(results).toEqual([
			{ name: 'Same (a)', value: 'a' },
			{ name: 'Same (b)', value: 'b' },
			{ name: 'Other', value: 'c' },
		]);
	});

	test('ends where page after page is the same', async () => {
		const page = Array.from({ length: 100 }, (_, index) => named(`id-${index}`, `Name ${index}`));
		answer(page, { Link: '</x?cursor=abc>; rel="next"' });
		const { results, paginationToken } = await ask(picker, { url: stub.url, filter: 'nowhere' });
		expect([results, paginationToken]).toEqual([[], undefined]);
		expect(stub.asked.length).toBeLessThanOrEqual(2);
	});
});

test('fields of a catalog without a name are left out, and one without a type has none', async () => {
	const fields = [null, { type: 'string' }, { name: ' ' }, { name: 'price' }, { name: 'id' }];
	stub.answer = { status: 200, body: { catalogs: [null, { name: 'products', fields }] } };
	const form = { catalogName: { __rl: true, mode: 'list', value: 'products' } };
	expect(await ask('searchCatalogFields', { url: stub.url, form })).toEqual({
		results: [{ name: 'price', value: 'price' }],
	});
});

test('variations of one name are told apart by their IDs', async () => {
	const message = { channel: 'email', name: 'Variant 1' };
	stub.answer = { status: 200, body: { message: 'success', messages: { a: message, b: message } } };
	const { results } = await ask('searchEmailVariations', { url: stub.url, form: tracked('c') });
	expect(results.map(({ name }) => name)).toEqual(['Variant 1 (a)', 'Variant 1 (b)']);
});

test('a 403 of a firewall asks for no permission, and a list without IDs offers none', async () => {
	stub.answer = { status: 403, body: '<html>Blocked</html>' };
	const refused = await ask('searchSegments', { url: stub.url }).catch((error: Error) => error);
	expect(shownBy(refused as Error)).toMatch(/^Something refused .*By ID.*proxy or a firewall/);
	expect(shownBy(refused as Error)).not.toContain('permission');
	stub.answer = { status: 200, body: { segments: [{ id: null, name: null }, { id: 'a' }] } };
	expect((await ask('searchSegments', { url: stub.url })).results).toHaveLength(1);
});

test.each(['</events?cursor=x>; rel="next"', '</events?page=2>; rel="next"'])(
	'a list whose next page is the same again ends there: %s',
	async (link) => {
		stub.answer = { status: 200, body: { events: ['seen'] }, headers: { link } };
		const { paginationToken } = await ask('searchEvents', { url: stub.url });
		expect(paginationToken).toBeUndefined();
		expect(stub.asked.length).toBeLessThan(3);
	},
);
