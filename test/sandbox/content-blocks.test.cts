import { readSeed } from '../../sandbox/sandbox.cts';
import { DAY, NOW, openSandbox, UNKNOWN_ID, type Answer, type Client } from './support.cts';

const FOOTER = 'cb000000-0000-4000-8000-000000000001';
const GREETING = 'cb000000-0000-4000-8000-000000000002';
const DRAFT = 'cb000000-0000-4000-8000-000000000003';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => {
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
});
afterAll(() => client.sandbox.close());

const create = (body: object) => client.post('/content_blocks/create', body);
const update = (body: object) => client.post('/content_blocks/update', body);
const info = (id: unknown, more = '') =>
	client.get(`/content_blocks/info?content_block_id=${String(id)}${more}`);

async function names(query = '', from = client): Promise<unknown[]> {
	const { status, body } = await from.get(`/content_blocks/list${query}`);
	expect([status, Object.keys(body)]).toEqual([200, ['count', 'content_blocks']]);
	const blocks = body.content_blocks as Array<Record<string, unknown>>;
	expect(body.count).toBe(blocks.length);
	return blocks.map(({ name }) => name);
}

test('a Content Block that was created is found and listed', async () => {
	const created = await create({
		name: 'content_block',
		description: 'This is my Content Block',
		content: 'HTML content within block',
		state: 'draft',
		tags: ['marketing'],
	});
	expect(created).toMatchObject({ status: 201 });
	expect(created.body).toEqual({
		content_block_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
		liquid_tag: '{{content_blocks.${content_block}}}',
		created_at: '2026-01-16T12:00:00+00:00',
		message: 'success',
	});
	const { content_block_id: id } = created.body;
	expect(await info(id)).toMatchObject({
		status: 200,
		body: {
			content_block_id: id,
			name: 'content_block',
			content: 'HTML content within block',
			description: 'This is my Content Block',
			content_type: 'html',
			tags: ['marketing'],
			created_at: '2026-01-16T12:00:00+00:00',
			last_edited: '2026-01-16T12:00:00+00:00',
			inclusion_count: 0,
			message: 'success',
		},
	});
	expect(await names()).toContain('content_block');
	client.sandbox.reset();
	expect(await names()).toEqual(['order-footer', 'greeting', 'spring-banner']);
});

test('neither the list nor the details tell the state', async () => {
	expect(JSON.stringify(await info(DRAFT))).not.toContain('"state"');
	expect(JSON.stringify(await client.get('/content_blocks/list'))).not.toContain('"state"');
});

const block = { name: 'new-block', content: 'Hello' };

test.each<[object, string]>([
	[{ content: 'Hello' }, 'Content Block name cannot be blank'],
	[{ ...block, name: '' }, 'Content Block name cannot be blank'],
	[{ ...block, name: 7 }, 'Content Block name cannot be blank'],
	[{ ...block, name: 'a'.repeat(100) }, 'Content Block name must be shorter than 100 characters'],
	[{ ...block, name: 'my block' }, 'Content Block name can only contain alphanumeric characters'],
	[{ ...block, name: 'greeting' }, 'Content Block with this name already exists'],
	[{ name: 'new-block' }, 'Content cannot be blank'],
	[{ ...block, content: ' ' }, 'Content cannot be blank'],
	[{ ...block, content: 7 }, 'Content must be a string'],
	[{ ...block, content: 'a'.repeat(50 * 1024) }, 'Content must be smaller than 50kb'],
	[{ ...block, content: 'é'.repeat(25 * 1024) }, 'Content must be smaller than 50kb'],
	[{ ...block, content: '{{ ${first_name} ' }, 'Content contains malformed liquid'],
	[{ ...block, content: '{% if a {{b}}' }, 'Content contains malformed liquid'],
	[
		{ ...block, content: 'a {{ content_blocks.${new-block} }}' },
		'Content Block cannot be referenced within itself',
	],
	[{ ...block, description: '' }, 'Content Block description cannot be blank'],
	[{ ...block, description: 7 }, 'Content Block description must be a string'],
	[
		{ ...block, description: 'a'.repeat(250) },
		'Content Block description must be shorter than 250 characters',
	],
	[{ ...block, state: 'live' }, 'Content Block state must be either active or draft'],
	[{ ...block, tags: 'marketing' }, 'Tags must be an array'],
	[{ ...block, tags: [7] }, 'All tags must be strings'],
	[{ ...block, tags: ['unheard-of'] }, 'Some tags could not be found'],
	[{ ...block, id: 'a' }, 'id is not a known key'],
])('%j is not created', async (body, message) => {
	const answer = await create(body);
	expect([answer.status, answer.body]).toEqual([400, { message }]);
	expect(await names()).toHaveLength(3);
});

test('what is just within the limits is created', async () => {
	const answer = await create({
		name: 'a'.repeat(99),
		description: 'a'.repeat(249),
		content: 'a'.repeat(50 * 1024 - 1),
		tags: [],
	});
	expect(answer).toMatchObject({ status: 201 });
	const liquid = '{% if ${city} == "}}" %}{{ ${first_name} | default: \'x\' }}{% endif %} }} a {b}';
	expect(await create({ name: 'liquid', content: liquid })).toMatchObject({ status: 201 });
});

test('an update changes what it names and keeps the rest', async () => {
	client.sandbox.clock.set(NOW + DAY);
	const answer = await update({ content_block_id: FOOTER, content: 'Hello', tags: [] });
	expect(answer).toMatchObject({
		status: 201,
		body: {
			content_block_id: FOOTER,
			liquid_tag: '{{content_blocks.${order-footer}}}',
			created_at: '2024-01-20T09:00:00+00:00',
			message: 'success',
		},
	});
	expect((await info(FOOTER)).body).toMatchObject({
		content: 'Hello',
		tags: [],
		name: 'order-footer',
		description: 'Below every message about an order',
		last_edited: '2026-01-17T12:00:00+00:00',
	});
});

test('a draft stays one only when it is said so, and an active block never becomes one', async () => {
	const fault = 'Active Content Block can not be updated to Draft. Create a new Content Block.';
	const keep = await update({ content_block_id: DRAFT, content: 'a', state: 'draft' });
	expect(keep).toMatchObject({ status: 201 });
	expect(await update({ content_block_id: DRAFT, content: 'b' })).toMatchObject({ status: 201 });
	expect(client.sandbox.requests.at(-1)?.notes).toEqual(['the draft becomes active']);
	const back = await update({ content_block_id: DRAFT, state: 'draft' });
	expect([back.status, back.body]).toEqual([400, { message: fault }]);
});

test.each<[object, string]>([
	[{ content: 'a' }, 'Content Block ID cannot be blank'],
	[{ content_block_id: '' }, 'Content Block ID cannot be blank'],
	[{ content_block_id: UNKNOWN_ID }, 'Content Block ID is invalid for this workspace'],
	[{ content_block_id: FOOTER, name: 'greeting' }, 'Content Block with this name already exists'],
	[
		{ content_block_id: FOOTER, content: '{{content_blocks.${order-footer}}}' },
		'Content Block cannot be referenced within itself',
	],
	[{ content_block_id: FOOTER, content: '' }, 'Content cannot be blank'],
])('the update %j is refused', async (body, message) => {
	const answer = await update(body);
	expect([answer.status, answer.body]).toEqual([400, { message }]);
});

test('the messages that insert a block are told when asked for', async () => {
	const told = await info(FOOTER, '&include_inclusion_data=true');
	expect(told.body).toMatchObject({
		inclusion_count: 1,
		inclusion_data: [
			{
				campaign_id: 'c0000000-0000-4000-8000-000000000003',
				message_variation_id: 'email-301',
			},
		],
	});
	expect((await info(FOOTER, '&include_inclusion_data=false')).body).not.toHaveProperty(
		'inclusion_data',
	);
});

test('the list is narrowed by when a block was changed, both ends included', async () => {
	const at = encodeURIComponent('2025-10-01T09:00:00+00:00');
	expect(await names(`?modified_after=${at}`)).toHaveLength(3);
	expect(await names(`?modified_before=${at}`)).toEqual(['order-footer']);
	expect(await names('?modified_after=2026-01-01T00:00:00Z')).toEqual(['greeting']);
});

test('the list has pages by limit and offset', async () => {
	const filled = await openSandbox({ seed: { ...readSeed(), fill: 230 } });
	const lengths = await Promise.all(
		['', '?limit=1000', '?limit=7', '?offset=200', '?limit=100&offset=230'].map(
			async (query) => (await names(query, filled)).length,
		),
	);
	const [first, second] = await Promise.all(['', '?offset=100'].map((q) => names(q, filled)));
	await filled.sandbox.close();
	expect(lengths).toEqual([100, 230, 7, 30, 0]);
	expect(new Set([...first, ...second]).size).toBe(200);
});

test.each([
	['/list?offset=0', 'Offset must be greater than 0.'],
	['/list?offset=-1', 'Offset is invalid'],
	['/list?offset=a', 'Offset is invalid'],
	['/list?limit=0', 'Content Block number limit must be greater than 0'],
	['/list?limit=1001', 'Content Block number limit exceeds maximum of 1000'],
	['/list?limit=a', 'Content Block number limit is invalid'],
	['/list?modified_after=x', 'Modified after time is invalid'],
	['/list?modified_before=x', 'Modified before time is invalid'],
	[
		'/list?modified_after=2026-01-02&modified_before=2026-01-01',
		'Modified after time must be earlier than or the same as modified before time.',
	],
	['/list?page=1', 'page is not a known key'],
	['/info', 'Content Block ID cannot be blank'],
	['/info?content_block_id=', 'Content Block ID cannot be blank'],
	[`/info?content_block_id=${UNKNOWN_ID}`, 'Content Block ID is invalid for this workspace'],
	[`/info?content_block_id=${GREETING}&include_inclusion_data=1`, 'Include Inclusion Data - error'],
])('%s is refused', async (path, message) => {
	const answer = await client.get(`/content_blocks${path}`);
	expect([answer.status, answer.body]).toEqual([400, { message }]);
});

test('a key without the permission is refused', async () => {
	const headers = { authorization: 'Bearer sandbox-send-only-key' };
	const answers: Answer[] = [
		await client.post('/content_blocks/create', block, headers),
		await client.post('/content_blocks/update', { content_block_id: FOOTER }, headers),
		await client.get('/content_blocks/list', headers),
		await client.get(`/content_blocks/info?content_block_id=${FOOTER}`, headers),
	];
	expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
	expect(answers.map(({ body }) => body.errors)).toEqual(
		['create', 'update', 'list', 'info'].map((name) => [
			`the API key lacks the permission content_blocks.${name}`,
		]),
	);
});
