import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { readSeed } from '../../sandbox/seed.cts';
import { byId, jsonOf, MEMBERS, NOW, openBench, type Parameters, shownBy } from './support.cts';
import { openStub } from './stub.cts';

const bench = openBench({ now: NOW });
const ownStorage = openBench({ now: NOW, seed: { ...readSeed(), cloudStorage: true } });
const stub = openStub();

const exportForm = (more: Parameters = {}): Parameters => ({
	resource: 'segment',
	operation: 'export',
	segmentId: byId(MEMBERS),
	fieldsToExport: ['external_id', 'email'],
	...more,
});

const waiting = (file: IDataObject = {}): Parameters =>
	exportForm({ options: { waitForFile: { file } } });

/** What a file of an output item holds. */
const contentOf = ({ binary = {} }: INodeExecutionData, field: string): string =>
	Buffer.from(binary[field].data, 'base64').toString('latin1');

test('without waiting, the answer of Braze says where the file will be', async () => {
	const { output } = await bench.run({ parameters: exportForm() });
	expect(output[0][0].binary).toBeUndefined();
	const { url } = jsonOf(output[0])[0];
	const look = async () => (await fetch(String(url))).status;
	expect(await look()).toBe(403);
	bench.sandbox.clock.advance(2000);
	expect(await look()).toBe(200);
	// a storage refuses what brings a key of its own
	expect((await fetch(String(url), { headers: { authorization: 'Bearer x' } })).status).toBe(400);
});

test('waits for the file and puts it into the field that is named, with a hint about the wait', async () => {
	const { output, hints, error } = await bench.run({
		parameters: waiting({ binaryPropertyName: 'users' }),
	});
	expect(error).toBeUndefined();
	const [item] = output[0];
	expect(item.json).toMatchObject({ message: 'success', object_prefix: expect.any(String) });
	expect(item.binary?.users).toMatchObject({
		mimeType: 'application/zip',
		fileName: `${String(item.json.object_prefix)}.zip`,
	});
	const content = contentOf(item, 'users');
	expect(content.startsWith('PK')).toBe(true);
	expect(content).toContain('{"external_id":"user-001","email":"user-001@example.com"}');
	expect(content).not.toContain('user-002');
	expect(JSON.stringify(hints)).toMatch(/was there after \d seconds?, asked for [2-4] times/);
});

test('a file that takes longer than the wait leaves an export that was started', async () => {
	const { output } = await bench.run({
		parameters: waiting({ maxFileWait: 1 }),
		node: { onError: 'continueErrorOutput' },
	});
	expect(output[0]).toEqual([]);
	const failure = JSON.stringify(output[1]);
	expect(failure).toContain('there is no file: after');
	expect(failure).toContain('/sandbox/exports/');
	expect(bench.sandbox.requests).toHaveLength(1);
});

test('is refused where Braze writes to storage of the customer', async () => {
	const { error } = await ownStorage.run({ parameters: waiting() });
	expect(error?.message).toContain('cloud storage is connected');
});

test.each([
	['http://files.example.com/export.zip', 'not encrypted (https)'],
	['nowhere', 'cannot be read'],
])('never fetches from %s', async (url, message) => {
	stub.answer = { status: 201, body: { message: 'success', object_prefix: 'p', url } };
	const { error } = await bench.run({ parameters: waiting(), url: stub.url });
	expect(error?.message).toContain(message);
	expect(stub.asked).toHaveLength(1);
});

test('what the address answers besides 403 ends the wait, and the key does not go there', async () => {
	stub.answer = { status: 201, body: { message: 'success', url: `${stub.url}/export.zip` } };
	const { error } = await bench.run({ parameters: waiting(), url: stub.url });
	const [first, second] = stub.asked.map(({ headers }) => headers.authorization);
	expect(first).toMatch(/^Bearer /);
	expect(second).toBeUndefined();
	expect(stub.asked.map(({ method }) => method)).toEqual(['POST', 'GET']);
	expect(error?.message).toContain('the address of the file answers 201');
});

test('a segment that is being exported is refused in words about that, not about the rate limit', async () => {
	await bench.run({ parameters: exportForm() });
	const { error } = await bench.run({
		parameters: exportForm({ options: { maxAttempts: 1 } }),
	});
	expect(shownBy(error)).toContain('one export of a segment at a time');
	await bench.run({
		parameters: { resource: 'segment', operation: 'cancelExport', segmentId: byId(MEMBERS) },
	});
	const again = await bench.run({ parameters: exportForm() });
	expect(again.error).toBeUndefined();
});

test('where an instance does not know the way to cancel, it says that nothing was', async () => {
	stub.answer = { status: 404, body: { message: 'Not Found' } };
	const { error } = await bench.run({
		parameters: { resource: 'segment', operation: 'cancelExport', segmentId: byId(MEMBERS) },
		url: stub.url,
	});
	expect(stub.asked).toHaveLength(1);
	expect(shownBy(error)).toContain('nothing was cancelled');
});

test('custom attributes are all exported or named ones, not both', async () => {
	const { error } = await bench.run({
		parameters: exportForm({
			fieldsToExport: ['custom_attributes'],
			additionalFields: { customAttributesToExport: ['orders'] },
		}),
	});
	expect(error?.message).toContain("'Custom Attributes to Export' are named");
	expect(bench.sandbox.requests).toEqual([]);
});

test('Braze calls the callback URL when the file is there', async () => {
	const calls: string[] = [];
	const server = createServer((request, response) => {
		request.on('data', (chunk) => calls.push(String(chunk)));
		request.on('end', () => response.end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/done`;
	const { output } = await bench.run({
		parameters: exportForm({ additionalFields: { callbackEndpoint: address } }),
	});
	expect(bench.bodies()[0]).toMatchObject({ callback_endpoint: address });
	bench.sandbox.clock.advance(2000);
	while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	server.close();
	server.closeAllConnections();
	expect(JSON.parse(calls[0])).toEqual({ success: true, url: jsonOf(output[0])[0].url });
});
