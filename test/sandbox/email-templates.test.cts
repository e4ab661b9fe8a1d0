import { NOW, openSandbox, TEMPLATE, UNKNOWN_ID, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => {
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
});
afterAll(() => client.sandbox.close());

const template = { template_name: 'News', subject: 'Hi', body: '<p>Hi</p>' };
const create = (more: object = {}) =>
	client.post('/templates/email/create', { ...template, ...more });
const update = (body: object) => client.post('/templates/email/update', body);
const info = (id: unknown) => client.get(`/templates/email/info?email_template_id=${String(id)}`);

test('a template is created as often as it is asked for, and read', async () => {
	const first = await create({ tags: ['newsletter'], preheader: 'New', should_inline_css: false });
	expect(first).toMatchObject({ status: 201, body: { message: 'success' } });
	const second = await create();
	expect(second.body.email_template_id).not.toBe(first.body.email_template_id);
	const { status, body } = await info(first.body.email_template_id);
	expect([status, 'message' in body]).toEqual([200, false]);
	expect(body).toMatchObject({
		...template,
		description: '',
		preheader: 'New',
		tags: ['newsletter'],
		should_inline_css: false,
		created_at: '2026-01-16T12:00:00+00:00',
	});
});

test('an update keeps what it does not name', async () => {
	expect(await update({ email_template_id: TEMPLATE, subject: 'Thanks' })).toMatchObject({
		status: 201,
	});
	expect((await info(TEMPLATE)).body).toMatchObject({
		subject: 'Thanks',
		body: '<p>Your order is confirmed.</p>',
		updated_at: '2026-01-16T12:00:00+00:00',
	});
});

test.each<[object, string]>([
	[{ template_name: undefined }, 'Template name is required'],
	[{ template_name: '' }, 'Template name is required'],
	[{ tags: 'newsletter' }, 'Tags must be an array'],
	[{ tags: [1] }, 'All tags must be strings'],
	[{ tags: ['nothing'] }, 'Some tags could not be found'],
	[{ body: '{{content_blocks.${nothing}}}' }, 'Email must have valid Content Block names'],
	[
		{ should_inline_css: 'true' },
		'Invalid value for should_inline_css. One of true or false was expected',
	],
	[{ body: 'x'.repeat(400 * 1024 + 1) }, 'The body must not be larger than 400 KB'],
	[{ from: 'a@example.com' }, 'from is not a known key'],
])('%j is refused', async (more, message) => {
	expect(await create(more)).toMatchObject({ status: 400, body: { message } });
});

test('a template may include a Content Block', async () => {
	expect(await create({ body: '{{content_blocks.${order-footer}}}' })).toMatchObject({
		status: 201,
	});
});

test('an update needs a template and something to change', async () => {
	expect(await update({ email_template_id: UNKNOWN_ID, subject: 'x' })).toMatchObject({
		status: 400,
	});
	expect(await update({ email_template_id: TEMPLATE })).toMatchObject({ status: 400 });
	expect(await info(UNKNOWN_ID)).toMatchObject({ status: 400 });
});
