import { runExample } from '../../demo/examples.cts';
import { readExamples } from '../../demo/readExamples.cts';
import type { Example } from '../../demo/readExamples.cts';
import { triggerOf } from '../../demo/trigger.cts';
import { calls } from '../../demo/calls.cts';
import { reportOf, summaryOf } from '../../demo/report.cts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.cts';

const examples = readExamples();
const WIDEST = 100;

/** Requests that leave and messages that arrive, for each example. */
const expected: Record<string, { requests: number; deliveries: number }> = {
	'01-order-shipped-by-push-email-and-sms.json': { requests: 3, deliveries: 12 },
	'02-campaign-trigger-for-120-users.json': { requests: 3, deliveries: 120 },
	'03-canvas-trigger-with-context.json': { requests: 1, deliveries: 4 },
	'04-schedule-move-and-cancel.json': { requests: 4, deliveries: 2 },
	'05-schedule-in-local-time.json': { requests: 2, deliveries: 8 },
	'06-send-id-for-a-message.json': { requests: 2, deliveries: 3 },
	'07-list-scheduled-broadcasts.json': { requests: 1, deliveries: 0 },
	'08-broadcast-to-a-segment.json': { requests: 1, deliveries: 2 },
	'09-audience-of-filters.json': { requests: 1, deliveries: 4 },
	'10-whatsapp-template.json': { requests: 2, deliveries: 2 },
	'11-content-card.json': { requests: 1, deliveries: 5 },
	'12-sheet-to-attributes.json': { requests: 2, deliveries: 0 },
	'13-order-to-ecommerce-event.json': { requests: 1, deliveries: 0 },
	'14-look-up-then-send.json': { requests: 2, deliveries: 1 },
	'15-consent-both-ways.json': { requests: 3, deliveries: 0 },
	'16-delete-after-a-look-up.json': { requests: 2, deliveries: 0 },
	'17-product-feed-to-catalog.json': { requests: 2, deliveries: 0 },
	'18-design-to-email-template.json': { requests: 2, deliveries: 0 },
	'19-weekly-campaign-report.json': { requests: 7, deliveries: 0 },
	'20-answer-an-inbound-sms.json': { requests: 1, deliveries: 1 },
	'21-alert-about-complaints.json': { requests: 0, deliveries: 0 },
	'22-bounced-email-to-sms.json': { requests: 1, deliveries: 1 },
	'23-coupon-for-connected-content.json': { requests: 0, deliveries: 0 },
	'24-events-once-each.json': { requests: 2, deliveries: 3 },
	'26-transactional-email.json': { requests: 2, deliveries: 2 },
	'27-status-of-a-transactional-email.json': { requests: 2, deliveries: 0 },
	'28-webhook-step-asks-for-the-tier.json': { requests: 1, deliveries: 0 },
	'29-export-is-ready.json': { requests: 0, deliveries: 0 },
};

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

test('the table names every example', () => {
	expect(Object.keys(expected)).toEqual(examples.map(({ file }) => file));
});

test.each(examples)('$file: everything is accepted and arrives', async (example) => {
	const run = await runExample(sandbox, example);
	expect(run.failures).toEqual([]);
	expect(run.notes).toEqual([]);
	expect({ requests: run.requests.length, deliveries: run.deliveries.length }).toEqual(
		expected[example.file],
	);
	for (const { output } of run.steps) expect(output.flat()).not.toHaveLength(0);
	expect(sandbox.deliveryCounts().filter(({ count }) => count > 1)).toEqual([]);
});

/** An example by the first figures of its name. */
const numbered = (number: string): Example => {
	const example = examples.find(({ file }) => file.startsWith(number));
	if (!example) throw new Error(`there is no example ${number}`);
	return example;
};

const triggered = examples.filter(triggerOf);

test('every example that Braze starts has its requests, and there are no others', () => {
	expect(triggered.length).toBeGreaterThan(0);
	expect(Object.keys(calls)).toEqual(triggered.map(({ file }) => file));
});

test.each(triggered)('$file: what is pinned is what the trigger gives', async (example) => {
	const { items } = await runExample(sandbox, example);
	const pinned = Object.values(example.workflow.pinData ?? {}).flat();
	expect(pinned.map(({ json }) => json)).toEqual(items);
});

test('an SMS is answered where the rule knows the answer and Braze the user', async () => {
	const { requests, items } = await runExample(sandbox, numbered('20'));
	expect(items).toHaveLength(3);
	expect(requests.map(({ body }) => body)).toEqual([
		expect.objectContaining({ external_user_ids: ['user-001'] }),
	]);
});

test('an alert says in one line what happened to whom', async () => {
	const { steps } = await runExample(sandbox, numbered('21'));
	expect(steps.flatMap(({ output }) => output.flat().map(({ json }) => json.text))).toEqual([
		'MarkAsSpam: user-001 on Weekly newsletter, 2026-09-21T14:13:41.000Z',
		'Bounce: user-002 on Weekly newsletter, 2026-09-21T14:13:42.000Z',
	]);
});

test('of the statuses of an email only the bounce becomes an SMS, to the user of its send ID', async () => {
	const { calls: answered, deliveries } = await runExample(sandbox, numbered('22'));
	expect(answered.map(({ answer }) => answer)).toEqual([
		{ message: 'Nothing to start' },
		{ message: 'Workflow was started' },
	]);
	expect(deliveries.map(({ userId, channel }) => [userId, channel])).toEqual([['user-002', 'sms']]);
});

test('Connected Content is answered with the code of the user', async () => {
	const { calls: answered } = await runExample(sandbox, numbered('23'));
	expect(answered.map(({ answer }) => answer)).toEqual([
		{ code: 'WELCOME-001', valid_until: '2026-12-31' },
	]);
});

test('an event that comes in two batches triggers the campaign once', async () => {
	const { items, deliveries } = await runExample(sandbox, numbered('24'));
	expect(items.map(({ id }) => String(id).slice(-2))).toEqual(['31', '32', '32', '33']);
	expect(deliveries.map(({ userId }) => userId)).toEqual(['user-001', 'user-002', 'user-003']);
});

test('a feed becomes items with the types of the catalog, and what is sold out leaves it', async () => {
	const { requests } = await runExample(sandbox, numbered('17'));
	expect(requests.map(({ method, body }) => [method, body])).toEqual([
		[
			'PUT',
			{
				items: [
					{ id: 'sku-1', title: 'Rain jacket', price: 89, collection: ['outdoor', 'sale'] },
					{ id: 'sku-2', title: 'Trail shoes', price: 120, collection: ['outdoor'] },
					{ id: 'sku-3', title: 'Backpack', price: 59.5, collection: ['outdoor', 'new'] },
				],
			},
		],
		['DELETE', { items: [{ id: 'sku-4' }] }],
	]);
});

test('the Liquid of a design stays Liquid, which needs the option', async () => {
	const example = numbered('18');
	const { requests, items } = await runExample(sandbox, example);
	expect(requests.map(({ body }) => body)).toEqual([
		expect.objectContaining({
			subject: "New: the spring sale begins, {{${first_name} | default: 'come in'}}",
			body: items[0].html,
		}),
		expect.objectContaining({ subject: "New: a store in {{${city} | default: 'your city'}}" }),
	]);
	const without = structuredClone(example);
	for (const { parameters } of without.workflow.nodes) delete parameters.options;
	const refused = await runExample(sandbox, without);
	expect(refused.requests).toEqual([]);
	expect(refused.failures.join()).toContain('gets Liquid from data');
});

test('the statuses of an email become events of its user, at their time', async () => {
	const { requests } = await runExample(sandbox, numbered('27'));
	const event = { name: 'reset_email', time: '2026-09-21T14:13:22Z' };
	expect(requests.map(({ body }) => body)).toEqual([
		{
			events: [
				{
					external_id: 'user-001',
					...event,
					properties: { status: 'delivered', request: 'reset-7001' },
				},
			],
		},
		{
			events: [
				{
					external_id: 'user-002',
					...event,
					properties: { status: 'bounced', request: 'reset-7002' },
				},
			],
		},
	]);
});

test('Liquid and n8n expressions meet in one text', async () => {
	const { requests } = await runExample(sandbox, examples[0]);
	expect(requests[0].body).toMatchObject({
		external_user_ids: ['user-001'],
		messages: {
			sms: { body: "Hi {{${first_name} | default: 'there'}}, order 4711 arrives tomorrow." },
		},
	});
});

test('a moved schedule arrives at its new time with its new text, a cancelled one never', async () => {
	const { schedules, deliveries } = await runExample(sandbox, examples[3]);
	expect(schedules.map(({ state }) => state)).toEqual(['sent', 'cancelled']);
	for (const { content } of deliveries) {
		expect(content).toMatchObject({ alert: expect.stringContaining('Store opening starts at 18') });
	}
});

test('in local time, the zone where the clock shows it first comes first', async () => {
	const { deliveries } = await runExample(sandbox, examples[4]);
	const campaign = deliveries.filter(({ campaignId }) => campaignId !== undefined);
	expect(campaign.map(({ userId }) => userId)).toEqual([
		'user-003',
		'user-001',
		'user-002',
		'user-004',
	]);
});

test('a refusal becomes a failure that the report shows', async () => {
	const [example] = examples;
	const broken: Example = structuredClone(example);
	for (const node of broken.workflow.nodes) {
		if (node.parameters.smsBody !== undefined) node.parameters.smsBody = '={{ $json.nothing }}';
	}
	const run = await runExample(sandbox, broken);
	expect(run.failures.join()).toContain("Item 0: 'SMS Body' is empty");
	expect(run.requests).toEqual([]);
	const report = reportOf(run, '1/1', sandbox.seed).join('\n');
	expect(report).toContain('fault');
	expect(summaryOf([run], 1).join('\n')).toContain('see above');
});

test('so does a form that lacks what Braze requires', async () => {
	const broken: Example = structuredClone(examples[0]);
	for (const node of broken.workflow.nodes) delete node.parameters.smsSubscriptionGroupId;
	const { failures } = await runExample(sandbox, broken);
	expect(failures.join()).toContain("'SMS Subscription Group ID' is empty");
});

test('so does a request that the trigger does not let in', async () => {
	const broken: Example = structuredClone(numbered('20'));
	const trigger = triggerOf(broken);
	if (trigger) trigger.parameters.events = [];
	const { failures } = await runExample(sandbox, broken);
	expect(failures.join()).toContain("'Event Types' is empty, so nothing would start");
});

test.each(examples)('$file: the report is plain text and fits a terminal', async (example) => {
	const report = reportOf(await runExample(sandbox, example), '1/1', sandbox.seed);
	expect(report.join('')).not.toContain('\u001b');
	expect(Math.max(...report.map((line) => line.length))).toBeLessThanOrEqual(WIDEST);
});
