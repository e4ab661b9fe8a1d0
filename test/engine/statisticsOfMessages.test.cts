import type { IDataObject } from 'n8n-workflow';

import { campaign, canvas, dates, utc } from './statisticsForms.cts';
import { openStub } from './stub.cts';
import { API_CAMPAIGN, byId, jsonOf, NOW, openBench, TRIGGERED_CAMPAIGN } from './support.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

const queries = () => bench.sandbox.requests.map(({ query }) => query);

describe('a campaign', () => {
	/** A day with a channel that is null, one that is absent, a control group, and numbers as texts. */
	const day = (time: string, opens: number) => ({
		time,
		conversions: 3,
		unique_recipients: 30,
		revenue: 10.1,
		messages: {
			sms: null,
			email: [
				{
					variation_name: 'A',
					variation_api_id: 'a',
					sent: '20',
					unique_opens: opens,
					revenue: 10.1,
				},
				{ variation_name: 'B', variation_api_id: 'b', sent: 10, unique_opens: 2, revenue: 0 },
				{ variation_name: 'Control Group', variation_api_id: 'c', sent: null, enrolled: 5 },
			],
			rcs: [{ variation_name: 'A', variation_api_id: 'a', sent: 4, reads: 1 }],
		},
	});
	const rows = async (oneItemFor: string, more: IDataObject = {}) => {
		stub.answer = {
			status: 200,
			body: { message: 'success', data: [day('2026-01-01', 8), day('2026-01-02', 9)] },
		};
		const parameters = campaign({ days: 2, oneItemFor, ...more });
		const { output } = await bench.run({ parameters, url: stub.url });
		return jsonOf(output[0]);
	};
	const about = { campaign_id: API_CAMPAIGN };

	test('gives a day with its channels side by side; unique people of two variations do not add up', async () => {
		expect(await rows('day')).toEqual(
			['2026-01-01', '2026-01-02'].map((time) => ({
				time,
				...about,
				conversions: 3,
				unique_recipients: 30,
				revenue: 10.1,
				email_sent: 30,
				rcs_sent: 4,
				rcs_reads: 1,
			})),
		);
	});

	test('gives a day and variation, the control group too', async () => {
		const [a, b, control, ...next] = await rows('dayVariation');
		expect(a).toEqual({
			time: '2026-01-01',
			...about,
			variation_name: 'A',
			variation_api_id: 'a',
			revenue: 10.1,
			email_sent: 20,
			email_unique_opens: 8,
			rcs_sent: 4,
			rcs_reads: 1,
		});
		expect(b).toMatchObject({ variation_api_id: 'b', email_sent: 10 });
		expect(control).toEqual({
			time: '2026-01-01',
			...about,
			variation_name: 'Control Group',
			variation_api_id: 'c',
			enrolled: 5,
		});
		expect(next).toHaveLength(3);
	});

	test('gives a day, variation and channel', async () => {
		const items = await rows('dayVariationChannel');
		expect(items).toHaveLength(8);
		expect(items[0]).toEqual({
			time: '2026-01-01',
			...about,
			channel: 'email',
			variation_name: 'A',
			variation_api_id: 'a',
			revenue: 10.1,
			sent: 20,
			unique_opens: 8,
		});
		expect(items[3]).toMatchObject({ channel: 'rcs', sent: 4, reads: 1 });
	});

	test('gives the whole range without what does not add up', async () => {
		expect(await rows('total')).toEqual([
			{
				start: '2026-01-01',
				end: '2026-01-02',
				points: 2,
				...about,
				conversions: 6,
				revenue: 20.2,
				email_sent: 60,
				rcs_sent: 8,
				rcs_reads: 2,
			},
		]);
	});

	test('gives the answer as it is where Simplify is off', async () => {
		expect(await rows('day', { simplify: false })).toEqual([stub.answer.body as IDataObject]);
	});

	test('refuses a choice that there is not', async () => {
		const { error } = await bench.run({
			parameters: campaign({ oneItemFor: '={{ "week" }}', days: 1 }),
		});
		expect(error?.message).toContain("'One Item For' cannot be");
	});

	test('of the sandbox adds up: the sums of its days are its range', async () => {
		const range = { ...dates('2026-01-01', '2026-01-10'), campaignId: byId(TRIGGERED_CAMPAIGN) };
		const days = jsonOf((await bench.run({ parameters: campaign(range) })).output[0]);
		const whole = await bench.run({ parameters: campaign({ ...range, oneItemFor: 'total' }) });
		const [total] = jsonOf(whole.output[0]);
		const sum = (key: string) => days.reduce((all, each) => all + Number(each[key]), 0);
		expect(total).toMatchObject({ points: 10, email_sent: sum('email_sent') });
		expect(total.revenue).toBeCloseTo(sum('revenue'), 2);
		expect(Object.keys(total).filter((key) => key.includes('unique'))).toEqual([]);
	});
});

describe('a Canvas', () => {
	const rows = async (oneItemFor: string, operation = 'getStatistics') => {
		const parameters = canvas({ operation, oneItemFor, ...dates('2026-01-01', '2026-01-02') });
		const { output, error } = await bench.run({ parameters, settings: utc });
		expect(error).toBeUndefined();
		return jsonOf(output[0]);
	};

	test('is asked for with both breakdowns, without which there are no numbers of messages', async () => {
		await rows('day');
		expect(queries()[0]).toMatchObject({
			include_step_breakdown: 'true',
			include_variant_breakdown: 'true',
		});
	});

	test.each([
		['day', 2, { entries: expect.any(Number), email_sent: expect.any(Number) }],
		['variant', 4, { variant_name: 'Variant 1', entries: expect.any(Number) }],
		['step', 4, { step_name: 'Welcome email', email_sent: expect.any(Number) }],
		['stepChannel', 4, { step_name: 'Welcome email', channel: 'email', sent: expect.any(Number) }],
	])('gives one item for each %s', async (oneItemFor, count, first) => {
		const items = await rows(oneItemFor);
		expect(items).toHaveLength(count);
		expect(items[0]).toMatchObject({ time: '2026-01-01', canvas_name: 'Onboarding', ...first });
		const summed = await rows(oneItemFor, 'getSummary');
		expect(summed).toHaveLength(count / 2);
		expect(summed[0]).toMatchObject({ canvas_name: 'Onboarding', ...first });
		expect(summed[0]).not.toHaveProperty('time');
	});

	test('gives the whole range', async () => {
		const [first, second] = await rows('day');
		const [total] = await rows('total');
		expect(total).toMatchObject({
			start: '2026-01-01',
			end: '2026-01-02',
			entries: Number(first.entries) + Number(second.entries),
		});
	});

	test('is summed up over 14 days at most', async () => {
		const { error } = await bench.run({
			parameters: canvas({ operation: 'getSummary', ...dates('2026-01-01', '2026-01-15') }),
		});
		expect(error?.message).toContain('is 15 days and Braze sums up at most 14');
		expect(queries()).toEqual([]);
	});
});
