import { bench, openUsers, track } from './users.cts';

openUsers();

const write = async (...attributes: unknown[]) => await track({ attributes });
const token = (more: object = {}) => ({ push_tokens: [{ app_id: 'app', token: 't', ...more }] });

test('push tokens are held against what Braze takes', async () => {
	const { body } = await write(
		{ external_id: 'user-001', ...token({ device_id: 'x'.repeat(8) }) },
		{ external_id: 'user-001', ...token({ device_id: 'x'.repeat(7) }) },
		{ external_id: 'user-001', push_token_import: true, ...token() },
		{ braze_id: 'b00000000000000000000001', push_token_import: true, ...token() },
		{ email: 'one@example.com', push_token_import: true, ...token() },
		{ email: 'one@example.com', push_token_import: true, push_tokens: [] },
	);
	expect(body).toMatchObject({
		attributes_processed: 2,
		errors: [
			{ index: 1, type: 'BAD_DEVICE_ID' },
			{ index: 2, type: 'BAD_PUSH_TOKEN_IMPORT' },
			{ index: 3, type: 'BAD_PUSH_TOKEN_IMPORT' },
			{ index: 5, type: 'BAD_PUSH_TOKEN_IMPORT' },
		],
	});
});

test.each([
	['Eastern Time (US & Canada)', 'America/New_York'],
	['Berlin', 'Europe/Berlin'],
	['Buenos Aires', 'America/Buenos_Aires'],
	['Asia/Tokyo', 'Asia/Tokyo'],
	['CEST', 'Europe/Brussels'],
])('the time zone %s becomes %s', async (given, kept) => {
	await write({ external_id: 'user-001', time_zone: 'Europe/Brussels' });
	await write({ external_id: 'user-001', time_zone: given });
	const { body } = await bench.client.get('/sandbox/users/user-001');
	expect(body.user).toMatchObject({ time_zone: kept });
});

test('a profile is found by a device whose token was imported', async () => {
	await write({ external_id: 'user-001', ...token({ device_id: 'device-001' }) });
	const ask = async (device_id: string) =>
		await bench.client.post('/users/export/ids', { device_id, fields_to_export: ['external_id'] });
	expect((await ask('device-001')).body.users).toEqual([{ external_id: 'user-001' }]);
	expect((await ask('device-002')).body.users).toEqual([]);
});
