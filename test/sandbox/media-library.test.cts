import { openSandbox, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(() => client.sandbox.close());

const LOGO = 'a55e70000000000000000001';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
const upload = (body: object) => client.post('/media_library/create', body);
const replace = (body: object) => client.put('/media_library/replace_file', body);

test('a file is stored each time that it comes, and its id is not told', async () => {
	const first = await upload({ asset_url: 'https://cdn.example.com/a/banner.JPG?v=1' });
	expect(first).toMatchObject({ status: 200 });
	expect(first.body).toEqual({
		new_assets: [
			{ name: 'banner', ext: 'jpg', size: 1024, url: expect.stringMatching(/^https:.*\.jpg$/) },
		],
		errors: [],
		dashboard_url: expect.any(String),
	});
	const second = await upload({ asset_url: 'https://cdn.example.com/a/banner.JPG?v=1' });
	expect(second.body.new_assets).not.toEqual(first.body.new_assets);
});

test('a file may come as base64, with or without a name', async () => {
	const named = await upload({ asset_file: PNG, name: 'logo.png' });
	expect(named.body.new_assets).toMatchObject([{ name: 'logo', ext: 'png', size: 8 }]);
	const unnamed = await upload({ asset_file: PNG });
	expect(unnamed.body.new_assets).toMatchObject([{ name: 'asset', ext: 'png' }]);
});

test.each<[object, string, string | undefined]>([
	[{}, 'Either asset_url or asset_file must be provided.', undefined],
	[
		{ asset_url: 'https://a.example.com/a.png', asset_file: PNG },
		'Both asset_url and asset_file cannot be provided. Please provide only one.',
		undefined,
	],
	[{ asset_url: 'a.png' }, 'The asset URL is not valid.', 'INVALID_ASSET_URL'],
	[
		{ asset_url: 'https://a.example.com/a.mp4' },
		'The file type is not supported.',
		'UNSUPPORTED_FILE_TYPE',
	],
	[{ asset_file: '%PNG' }, 'The asset could not be uploaded.', 'ASSET_UPLOAD_FAILED'],
])('an upload of %j is refused', async (body, message, code) => {
	const answer = await upload(body);
	expect([answer.status, answer.body.message, answer.body.error_code]).toEqual([
		400,
		message,
		code,
	]);
});

test('a file is replaced by one of the same type', async () => {
	const { status, body } = await replace({ asset_id: LOGO, asset_file: PNG });
	expect([status, body]).toEqual([
		200,
		{
			info: 'Asset file updated successfully.',
			new_image_asset: {
				name: 'logo',
				ext: 'png',
				size: 8,
				url: 'https://media.example.com/logo.png',
			},
		},
	]);
});

test.each<[object, number, string, string | undefined]>([
	[{ asset_file: PNG }, 400, 'asset_id is required.', undefined],
	[{ asset_id: LOGO }, 400, 'Either file or asset_url is required.', undefined],
	[{ asset_id: 'x', asset_file: PNG }, 404, 'The asset could not be found.', 'ASSET_NOT_FOUND'],
	[
		{ asset_id: LOGO, asset_url: 'https://a.example.com/a.gif' },
		400,
		'The file extension does not match that of the asset.',
		'EXTENSION_MISMATCH',
	],
])('a replacement %j is refused', async (body, status, message, code) => {
	const answer = await replace(body);
	expect([answer.status, answer.body.message, answer.body.error_code]).toEqual([
		status,
		message,
		code,
	]);
});

test('100 uploads an hour are taken', async () => {
	client.sandbox.rateLimits.use({ mediaUploadsPerHour: 1 });
	expect(await upload({ asset_file: PNG })).toMatchObject({ status: 200 });
	expect(await upload({ asset_file: PNG })).toMatchObject({ status: 429 });
});
