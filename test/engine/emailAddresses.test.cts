import { consentBench, MANY } from './consentSeed.cts';
import { jsonOf, openBench, userItems, type Parameters } from './support.cts';

const bench = openBench(consentBench);

describe('Email addresses', () => {
	const listing = (operation: string, more: Parameters): Parameters => ({
		resource: 'emailAddress',
		operation,
		...more,
	});

	test('equal addresses go once, whatever their case, and serve every item', async () => {
		const { output } = await bench.run({
			parameters: listing('setSubscription', {
				email: '={{ $json.email }}',
				subscriptionState: 'unsubscribed',
			}),
			items: [{ email: 'user-001@example.com' }, { email: 'User-001@example.com' }],
		});
		expect(bench.bodies()).toEqual([
			{ email: ['user-001@example.com'], subscription_state: 'unsubscribed' },
		]);
		expect(output[0]).toHaveLength(2);
	});

	test('an address that nobody could have is refused before anything is sent', async () => {
		const { error } = await bench.run({ parameters: listing('removeBounce', { email: 'nobody' }) });
		expect(error?.message).toContain("'Email' is");
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('the blocklist takes no more addresses than the option allows', async () => {
		const { error } = await bench.run({
			parameters: listing('blocklist', { email: '={{ $json.id }}@example.com' }),
			items: userItems(51),
		});
		expect(error?.message).toContain('would change 51 email addresses for good');
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('a list is read by 500, the first page without an offset', async () => {
		const { output } = await bench.run({
			parameters: listing('getUnsubscribes', {
				findBy: 'dateRange',
				startDate: '2026-01-13',
				endDate: '2026-01-14',
				returnAll: true,
			}),
		});
		const days = { start_date: '2026-01-13', end_date: '2026-01-14', limit: '500' };
		expect(bench.sandbox.requests.map(({ query }) => query)).toEqual([
			days,
			{ ...days, offset: '500' },
			{ ...days, offset: '1000' },
		]);
		expect(output[0]).toHaveLength(MANY);
	});

	test('one address is asked for without a page, which could leave the answer empty', async () => {
		const { output } = await bench.run({
			parameters: listing('getUnsubscribes', { findBy: 'email', email: 'former-7@example.com' }),
		});
		const { query, notes } = bench.onlyRequest();
		expect(query).toEqual({
			email: 'former-7@example.com',
			end_date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
		});
		expect(notes).toEqual([]);
		expect(jsonOf(output[0])).toHaveLength(1);
	});

	test.each([
		[{ startDate: '', endDate: '2026-01-14' }, "'Start Date' is empty"],
		[{ startDate: '2026-01-14', endDate: '2026-01-14' }, 'not after 2026-01-14'],
		[{ findBy: 'email', email: '' }, "'Email' is empty"],
		[{ findBy: 'phone' }, "'Find By' cannot be"],
	])('%j is refused before anything is sent', async (more, message) => {
		const { error } = await bench.run({
			parameters: listing('getHardBounces', { findBy: 'dateRange', ...more }),
		});
		expect(error?.message).toContain(message);
		expect(bench.sandbox.requests).toEqual([]);
	});
});
