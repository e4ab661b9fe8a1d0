import {
	ARCHIVED_CANVAS,
	CANVAS,
	openSandbox,
	PAUSED_CANVAS,
	SEND_ID,
	UNKNOWN_ID,
	type Client,
} from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(() => client.sandbox.close());

describe('a Canvas trigger', () => {
	const recipients = [{ external_user_id: 'user-001', context: { b: 2 } }];

	test('merges context and its older name', async () => {
		const answer = await client.post('/canvas/trigger/send', {
			canvas_id: CANVAS,
			context: { a: 1, b: 1 },
			canvas_entry_properties: { a: 0, c: 0 },
			recipients: [{ ...recipients[0], canvas_entry_properties: { b: 3, d: 4 } }],
		});
		expect(answer.body).toEqual({ dispatch_id: expect.any(String), message: 'success' });
		expect(client.sandbox.deliveries).toMatchObject([
			{ canvasId: CANVAS, content: { context: { a: 1, b: 2, c: 0, d: 4 } } },
		]);
	});

	test.each([
		[PAUSED_CANVAS, 'The Canvas is paused. Resume the Canvas'],
		[ARCHIVED_CANVAS, 'The Canvas is archived. Unarchive the Canvas'],
	])('of %s succeeds with a notice and reaches nobody', async (canvas, notice) => {
		const answer = await client.post('/canvas/trigger/send', { canvas_id: canvas, recipients });
		expect(answer).toMatchObject({ status: 201, body: { message: 'success' } });
		expect(answer.body.notice).toContain(notice);
		expect(client.sandbox.deliveries).toEqual([]);
	});

	const fault = 'canvas_id must be a string of the Canvas api identifier';
	test.each<[string, Record<string, unknown>, string]>([
		['no Canvas', { canvas_id: undefined }, fault],
		['a number as Canvas', { canvas_id: 1 }, fault],
		['an unknown Canvas', { canvas_id: UNKNOWN_ID }, fault],
		['nobody', { recipients: undefined }, 'No Recipients'],
		['trigger_properties', { trigger_properties: {} }, 'trigger_properties is not a known key'],
		[
			'trigger_properties of a recipient',
			{ recipients: [{ external_user_id: 'a', trigger_properties: {} }] },
			'recipients[0].trigger_properties is not a known key',
		],
		['a send_id', { send_id: SEND_ID }, 'send_id is not a known key'],
		['external_user_ids', { external_user_ids: ['a'] }, 'external_user_ids is not a known key'],
		['attachments', { attachments: [] }, 'attachments is not a known key'],
		[
			'a context of 50 KB',
			{ context: { a: 'x'.repeat(51200) } },
			'context must be at most 51200 bytes',
		],
		['broadcast to recipients', { broadcast: true }, 'broadcast must not be true'],
	])('with %s is refused', async (_name, body, error) => {
		const answer = await client.post('/canvas/trigger/send', {
			canvas_id: CANVAS,
			recipients,
			...body,
		});
		expect(answer.status).toBe(400);
		expect(JSON.stringify(answer.body)).toContain(error);
		expect(client.sandbox.deliveries).toEqual([]);
	});
});
