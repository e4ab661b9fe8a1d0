import { byId, jsonOf, NOW, openBench, TEMPLATE, type Parameters, shownBy } from './support.cts';
import { openStub } from './stub.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

const DRAFT = 'cb000000-0000-4000-8000-000000000003';
const blockUpdate = (more: Parameters): Parameters => ({
	resource: 'contentBlock',
	operation: 'update',
	contentBlockId: byId(DRAFT),
	...more,
});
const templateCreate: Parameters = {
	resource: 'emailTemplate',
	operation: 'create',
	templateName: 'Newsletter',
	subject: 'Hi',
	body: '<p>Hi</p>',
};

describe('the state of a Content Block', () => {
	test('is not sent unless a person chose one', async () => {
		await bench.run({ parameters: blockUpdate({ content: 'New' }) });
		expect(bench.onlyRequest().body).toEqual({ content_block_id: DRAFT, content: 'New' });
		expect(bench.onlyRequest().notes).toEqual(['the draft becomes active']);
	});

	test('is sent as chosen', async () => {
		await bench.run({ parameters: blockUpdate({ content: 'New', state: 'draft' }) });
		expect(bench.onlyRequest().body).toMatchObject({ state: 'draft' });
		expect(bench.onlyRequest().notes).toEqual([]);
	});
});

test.each([
	['a Content Block', blockUpdate({})],
	[
		'an email template',
		{ resource: 'emailTemplate', operation: 'update', emailTemplateId: byId(TEMPLATE) },
	],
])('an update of %s that changes nothing is refused', async (_what, parameters) => {
	const { error } = await bench.run({ parameters });
	expect(error?.message).toContain('changes nothing');
	expect(bench.sandbox.requests).toEqual([]);
});

test('all tags are removed with Additional JSON', async () => {
	await bench.run({
		parameters: blockUpdate({ additionalFields: { additionalJson: '{"tags":[]}' } }),
	});
	expect(bench.onlyRequest().body).toEqual({ content_block_id: DRAFT, tags: [] });
});

test.each<[string, Parameters, string]>([
	['a name with a blank', { name: 'my block', content: 'x' }, '\'Name\' is "my block"'],
	[
		'a name of 100 characters',
		{ name: 'x'.repeat(100), content: 'x' },
		"'Name' has 100 characters",
	],
	['content of 50 KB', { name: 'a', content: 'x'.repeat(51_200) }, "'Content' has 51200 bytes"],
])('%s is refused', async (_what, form, sentence) => {
	const { error } = await bench.run({
		parameters: { resource: 'contentBlock', operation: 'create', ...form },
	});
	expect(shownBy(error)).toContain(sentence);
});

test('HTML over 400 KB is refused', async () => {
	const { error } = await bench.run({
		parameters: { ...templateCreate, body: 'x'.repeat(400 * 1024 + 1) },
	});
	expect(error?.message).toContain("'Body' has 409601 bytes");
});

test("Braze's own words reach the item", async () => {
	const { error } = await bench.run({
		parameters: { ...templateCreate, body: '{{content_blocks.${nothing}}}' },
	});
	expect(error?.message).toContain('Email must have valid Content Block names');
});

test.each<[string, Parameters, number]>([
	['a template that is created', templateCreate, 1],
	[
		'a Content Block that is created',
		{ resource: 'contentBlock', operation: 'create', name: 'block', content: 'x' },
		1,
	],
	[
		'a template that is updated',
		{
			resource: 'emailTemplate',
			operation: 'update',
			emailTemplateId: byId(TEMPLATE),
			body: '<p>Hi</p>',
		},
		2,
	],
	['a Content Block that is updated', blockUpdate({ content: 'x' }), 2],
])('after a doubt, %s leaves so often', async (_what, parameters, times) => {
	bench.sandbox.faults.use({ script: ['reset-after'] });
	const { error } = await bench.run({ parameters });
	expect(bench.sandbox.requests).toHaveLength(times);
	if (times === 1) expect(error?.message).toContain('may have been written');
	else expect(error).toBeUndefined();
});

test('lists are read by their offset, the first page without one', async () => {
	stub.answer = {
		status: 200,
		get body() {
			const page = stub.asked.length;
			const names = Array.from({ length: 1000 }, (_, index) => `block-${page}-${index}`);
			return { count: 1000, content_blocks: names.map((name) => ({ name })) };
		},
	};
	const { output } = await bench.run({
		parameters: { resource: 'contentBlock', operation: 'getAll', returnAll: false, limit: 1500 },
		url: stub.url,
	});
	expect(stub.asked.map(({ url }) => url)).toEqual([
		'/content_blocks/list?limit=1000',
		'/content_blocks/list?limit=1000&offset=1000',
	]);
	expect(output[0]).toHaveLength(1500);
});

test.each([
	['a text', 'promo', ['promo']],
	['a list', ['promo', 'sale'], ['promo', 'sale']],
	['null', null, []],
])('tags of a template may be %s', async (_what, tags, expected) => {
	stub.answer = { status: 200, body: { email_template_id: 't', tags } };
	const { output } = await bench.run({
		parameters: { resource: 'emailTemplate', operation: 'get', emailTemplateId: byId('t') },
		url: stub.url,
	});
	expect(jsonOf(output[0])).toEqual([{ email_template_id: 't', tags: expected }]);
});
