import { readSeed } from '../../sandbox/sandbox.cts';
import { ids, listOf } from './lists.cts';
import {
	API_CAMPAIGN,
	ARCHIVED_CAMPAIGN,
	CANVAS,
	openSandbox,
	TRIGGERED_CAMPAIGN,
	UNKNOWN_ID,
	type Client,
} from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
afterAll(() => client.sandbox.close());

test('campaign details hold the message variations by id', async () => {
	const { status, body } = await client.get(`/campaigns/details?campaign_id=${API_CAMPAIGN}`);
	expect([status, body.message, body.name]).toEqual([200, 'success', 'Order messages']);
	expect(body.messages).toMatchObject({
		'applePush-101': { channel: 'ios_push' },
		'email-105': { channel: 'email' },
		'contentCard-107': { channel: 'content_cards' },
	});
});

describe('campaign details', () => {
	let drafts: Client;
	beforeAll(async () => {
		const seed = readSeed();
		const campaign = {
			id: UNKNOWN_ID,
			name: 'Not launched',
			description: 'Waits for its pictures',
			kind: 'scheduled' as const,
			state: 'draft' as const,
			teams: ['Marketing'],
			created_at: '2026-01-10T09:00:00+00:00',
			variations: { 'sms-1': 'sms', 'webPush-2': 'web_push', 'whatsApp-3': 'whats_app' },
		};
		drafts = await openSandbox({ seed: { ...seed, campaigns: [...seed.campaigns, campaign] } });
	});
	afterAll(() => drafts.sandbox.close());
	const details = (id: string, more = '') =>
		drafts.get(`/campaigns/details?campaign_id=${id}${more}`);

	test('tell of a draft, which the list has too', async () => {
		expect(await details(UNKNOWN_ID)).toMatchObject({
			status: 200,
			body: {
				message: 'success',
				name: 'Not launched',
				description: 'Waits for its pictures',
				draft: true,
				archived: false,
				enabled: false,
				schedule_type: 'time_based',
				channels: ['sms', 'web_push', 'whats_app'],
				created_at: '2026-01-10T09:00:00+00:00',
				updated_at: '2026-01-10T09:00:00+00:00',
				tags: [],
				teams: ['Marketing'],
				conversion_behaviors: [],
			},
		});
		expect(ids(await listOf(drafts, '/campaigns/list', 'campaigns'))).toContain(UNKNOWN_ID);
	});

	test('tell of an archived one, which the list leaves out', async () => {
		expect((await details(ARCHIVED_CAMPAIGN)).body).toMatchObject({
			archived: true,
			draft: false,
			enabled: false,
		});
	});

	test('hold what each message says, by the id of its variation', async () => {
		const { body } = await details(UNKNOWN_ID);
		expect(body.messages).toEqual({
			'sms-1': expect.objectContaining({ channel: 'sms', name: 'sms-1', body: 'Hello' }) as unknown,
			'webPush-2': expect.objectContaining({ channel: 'web_push', title: 'Hello' }) as unknown,
			'whatsApp-3': expect.objectContaining({ template_name: 'hello' }) as unknown,
		});
		const told = await details(UNKNOWN_ID, '&include_has_translatable_content=true');
		expect(told.body.messages).toMatchObject({ 'sms-1': { has_translatable_content: false } });
		expect(JSON.stringify(body)).not.toContain('has_translatable_content');
	});

	test('a draft cannot be triggered', async () => {
		const seed = readSeed();
		const campaigns = seed.campaigns.map((campaign) =>
			campaign.id === TRIGGERED_CAMPAIGN ? { ...campaign, state: 'draft' as const } : campaign,
		);
		const other = await openSandbox({ seed: { ...seed, campaigns } });
		const body = { campaign_id: TRIGGERED_CAMPAIGN, recipients: [{ external_user_id: 'a' }] };
		expect(await other.post('/campaigns/trigger/send', body)).toMatchObject({
			status: 400,
			body: { message: 'Invalid Campaign ID' },
		});
		expect(other.sandbox.deliveries).toEqual([]);
		await other.sandbox.close();
	});
});

test('Canvas details are found', async () => {
	const answer = await client.get(`/canvas/details?canvas_id=${CANVAS}`);
	expect(answer).toMatchObject({ status: 200, body: { name: 'Onboarding', enabled: true } });
});
