import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { runWorkflow } from '../../engine/engine.cts';
import { openStub } from './stub.cts';
import {
	FULL_KEY,
	jsonOf,
	NOW,
	openBench,
	type Parameters,
	failuresIn,
	shownBy,
	toErrorOutput,
} from './support.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

/** The first bytes of a PNG, which is all that the sandbox looks at. */
const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
const LOGO = 'a55e70000000000000000001';

const upload: Parameters = { resource: 'mediaAsset', operation: 'upload' };
const replace: Parameters = { resource: 'mediaAsset', operation: 'replace', assetId: LOGO };

const withFile = (property = 'data', more: IDataObject = {}): INodeExecutionData => ({
	json: {},
	binary: {
		[property]: {
			data: PNG.toString('base64'),
			mimeType: 'image/png',
			fileName: 'logo.png',
			fileExtension: 'png',
			...more,
		},
	},
});

/** Runs the node on items that have files. */
async function run(parameters: Parameters, items: INodeExecutionData[], node = {}) {
	const { nodes, error } = await runWorkflow(sourceAndBraze(parameters, node), {
		credentials: credentialsFor(bench.sandbox.url, FULL_KEY),
		items,
	});
	return { output: nodes.Braze?.output ?? [], error };
}

test('a file of the input item leaves as base64, under its own name', async () => {
	const { output, error } = await run(upload, [withFile()]);
	expect(error).toBeUndefined();
	expect(bench.onlyRequest()).toMatchObject({
		method: 'POST',
		path: '/media_library/create',
		body: { asset_file: PNG.toString('base64'), name: 'logo.png' },
	});
	expect(jsonOf(output[0])).toEqual([
		{
			name: 'logo',
			size: PNG.byteLength,
			url: expect.stringMatching(/\.png$/),
			ext: 'png',
			dashboard_url: expect.any(String),
		},
	]);
});

test('each item has its own file, and a name of the form wins', async () => {
	await run(
		{ ...upload, binaryPropertyName: 'file', additionalFields: { assetName: 'banner.png' } },
		[withFile('file'), withFile('file', { data: Buffer.concat([PNG, PNG]).toString('base64') })],
	);
	expect(bench.bodies().map(({ name }) => name)).toEqual(['banner.png', 'banner.png']);
	const sizes = bench.bodies().map((body) => Buffer.from(String(body.asset_file), 'base64').length);
	expect(sizes.sort((a, b) => a - b)).toEqual([10, 20]);
});

test('a file needs neither a type nor a name, but content; what is no file is told as missing', async () => {
	const items: INodeExecutionData[] = [
		{ json: {}, binary: { data: { data: PNG.toString('base64') } as IBinaryData } },
		withFile('data', { data: '' }),
		{ json: {}, binary: { data: 'text' as unknown as IBinaryData } },
	];
	const { output } = await run(upload, items, toErrorOutput);
	expect(bench.bodies()).toEqual([{ asset_file: PNG.toString('base64') }]);
	expect(output[0]).toHaveLength(1);
	expect(failuresIn(output[1])).toEqual([
		expect.stringContaining("The file of the item under 'data' is empty"),
		expect.stringContaining('the input item has no file there'),
	]);
	const { output: of } = await run({ ...upload, binaryPropertyName: '__proto__' }, [withFile()], {
		...toErrorOutput,
	});
	expect(failuresIn(of[1])[0]).toContain('the input item has no file there');
});

test('a file replaces that of an asset', async () => {
	const { output } = await run(replace, [withFile()]);
	expect(bench.onlyRequest().body).toEqual({
		asset_id: LOGO,
		asset_file: PNG.toString('base64'),
	});
	expect(jsonOf(output[0])[0]).toMatchObject({ name: 'logo', size: PNG.byteLength });
});

test('a dry run shows which file it is, not its content', async () => {
	const { output } = await run({ ...upload, options: { dryRun: true } }, [
		withFile('data', { fileSize: '10 B' }),
	]);
	const [{ body }] = jsonOf(output[0]) as Array<{ body: unknown }>;
	expect(JSON.parse(JSON.stringify(body))).toEqual({
		asset_file: '(logo.png, image/png, 10 B, base64)',
		name: 'logo.png',
	});
	expect(bench.sandbox.requests).toEqual([]);
});

test.each<[string, Parameters, INodeExecutionData, string]>([
	['no file there', { binaryPropertyName: 'image' }, withFile(), 'has no file there'],
	['a file over 5 MB', {}, withFile('data', { bytes: 5 * 1024 * 1024 + 1 }), 'holds 5242881 bytes'],
	['no address', { fileSource: 'url' }, withFile(), "'File URL' is empty"],
	[
		'an odd address',
		{ fileSource: 'url', assetUrl: 'logo.png' },
		withFile(),
		'\'File URL\' is "logo.png"',
	],
])('%s is refused before anything leaves', async (_what, form, item, sentence) => {
	const { error } = await run({ ...upload, ...form }, [item]);
	expect(shownBy(error)).toContain(sentence);
	expect(bench.sandbox.requests).toEqual([]);
});

test('a file that n8n lost fails its item alone', async () => {
	const { output } = await run(
		upload,
		[withFile('data', { id: 'filesystem-v2:lost' }), withFile()],
		{
			onError: 'continueErrorOutput',
		},
	);
	expect(output.map((items) => items.length)).toEqual([1, 1]);
	expect(failuresIn(output[1])[0]).toContain('could not be read');
	expect(bench.sandbox.requests).toHaveLength(1);
});

test('an upload is not repeated after a doubt, a replacement is', async () => {
	bench.sandbox.faults.use({ script: ['reset-after'] });
	const { error } = await run(upload, [withFile()]);
	expect(error?.message).toContain('may have been written');
	expect(bench.sandbox.requests).toHaveLength(1);
	bench.sandbox.faults.use({ script: ['reset-after'] });
	expect((await run(replace, [withFile()])).error).toBeUndefined();
	expect(bench.sandbox.requests).toHaveLength(3);
});

test.each([
	['https://cdn.example.com/film.mp4', 'The file type is not supported'],
	['https://cdn.example.com', 'The asset URL is not valid'],
])("Braze's words about %s reach the item", async (assetUrl, sentence) => {
	const { error } = await run({ ...upload, fileSource: 'url', assetUrl }, [{ json: {} }]);
	expect(shownBy(error)).toContain(sentence);
});

test('an archive of which Braze stored nothing is a failure that names each file', async () => {
	const errors = [
		{ name: 'film', ext: 'mp4', size: 1, error: 'UNSUPPORTED_FILE_TYPE' },
		{ error: 'ZIPPED_ENTITY_HAS_NO_NAME' },
	];
	stub.answer = { status: 200, body: { new_assets: [], errors, dashboard_url: 'https://d' } };
	const { error } = await bench.run({
		parameters: { ...upload, fileSource: 'url', assetUrl: 'https://cdn.example.com/all.zip' },
		url: stub.url,
	});
	expect(stub.asked).toHaveLength(1);
	expect(shownBy(error)).toContain(
		'nothing is written: no file was stored; film.mp4: UNSUPPORTED_FILE_TYPE; ZIPPED_ENTITY_HAS_NO_NAME',
	);
	expect(shownBy(error)).toContain('Braze takes images');
});

test('a refusal with a code beside its words shows the code, and what is behind it', async () => {
	stub.answer = {
		status: 400,
		body: {
			message: 'The archive could not be read',
			error_code: 'ZIP_UPLOAD_ERROR',
			meta: { original_error: 'Zip end of central directory signature not found' },
		},
	};
	const { error } = await bench.run({
		parameters: { ...upload, fileSource: 'url', assetUrl: 'https://cdn.example.com/all.zip' },
		url: stub.url,
	});
	expect(shownBy(error)).toContain(
		'(400): The archive could not be read; ZIP_UPLOAD_ERROR; Zip end of central directory',
	);
});

test('an archive gives an item for each file, with what Braze left out of it', async () => {
	const errors = [{ name: 'film', ext: 'mp4', size: 1, error: 'UNSUPPORTED_FILE_TYPE' }];
	const assets = ['a', 'b'].map((name) => ({
		name,
		ext: 'png',
		size: 1,
		url: `https://x/${name}`,
	}));
	stub.answer = { status: 200, body: { new_assets: assets, errors, dashboard_url: 'https://d' } };
	const { output } = await bench.run({
		parameters: { ...upload, fileSource: 'url', assetUrl: 'https://cdn.example.com/all.zip' },
		url: stub.url,
	});
	expect(jsonOf(output[0])).toEqual(
		assets.map((asset) => ({ ...asset, errors, dashboard_url: 'https://d' })),
	);
});
