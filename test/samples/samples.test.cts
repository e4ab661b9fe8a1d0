import type { IDataObject, INode } from 'n8n-workflow';

import { readSeed } from '../../sandbox/seed.cts';
import { jsonOf, NOW, openBench, pairedOf } from '../engine/support.cts';
import { previewOf, shippedPreview, writePreview } from './preview.cts';
import { namedOperations, sampleOf } from './sample.cts';
import type { Sample } from './sample.cts';

const seed = readSeed();
const POWERLESS_KEY = 'sandbox-powerless-key';
const keyFor = (permission: string): string => `sandbox-only-${permission}`;
const permissions = [...new Set(namedOperations.map(([, { endpoint }]) => endpoint.permission))];

const bench = openBench({
	now: NOW,
	seed: {
		...seed,
		keys: [
			...seed.keys,
			{ name: 'powerless', key: POWERLESS_KEY, permissions: ['none.at.all'] },
			...permissions.map((permission) => ({
				name: permission,
				key: keyFor(permission),
				permissions: [permission],
			})),
		],
	},
});

interface Changes {
	form?: IDataObject;
	node?: Partial<INode>;
	apiKey?: string;
}

/** Runs a sample, with changes. */
async function run(name: string, sample: Sample, { form = {}, node, apiKey }: Changes = {}) {
	const [resource, operation] = name.split('.');
	await sample.arrange?.(bench.sandbox);
	bench.sandbox.requests.length = 0;
	return await bench.run({
		parameters: { resource, operation, ...sample.form, ...form },
		items: sample.items ?? [{}],
		...(node ? { node } : {}),
		...(apiKey ? { apiKey } : {}),
	});
}

/** What left, as a sample writes it. */
const sent = () =>
	bench.sandbox.requests.map(({ method, path, query, body }) => ({
		method,
		path,
		...(Object.keys(query).length > 0 ? { query } : {}),
		...(body === undefined ? {} : { body }),
	}));

describe.each(namedOperations)('%s', (name, operation) => {
	test('sends what its sample says, which the permission it names is enough for', async () => {
		const sample = sampleOf(operation);
		const apiKey = keyFor(operation.endpoint.permission);
		const { output, error } = await run(name, sample, { apiKey });
		expect(error).toBeUndefined();
		expect(sent()).toEqual(sample.wire);
		expect(bench.sandbox.requests.map(({ accepted }) => accepted)).not.toContain(false);
		if (sample.output) expect(jsonOf(output[0])).toEqual(sample.output);
		expect(output[0]).not.toEqual([]);
		for (const paired of pairedOf(output[0])) expect(paired).toBeDefined();
		const { everywhere = (json) => json } = sample;
		const preview = previewOf(jsonOf(output[0]).map(everywhere));
		if (process.env.UPDATE_PREVIEWS) writePreview(name, preview);
		expect(shippedPreview(name)).toEqual(preview);
	});

	test('without the permission each item fails and keeps its place', async () => {
		const sample = sampleOf(operation);
		const node = { onError: 'continueErrorOutput' as const };
		const { output, error } = await run(name, sample, { node, apiKey: POWERLESS_KEY });
		expect(error).toBeUndefined();
		expect(output[0]).toEqual([]);
		const items = (sample.items ?? [{}]).map((_item, index) => index);
		const failed = pairedOf(output[1]).map((paired) => (paired as { item: number }).item);
		expect(failed).toEqual(items);
	});

	if (operation.endpoint.effect !== 'read') {
		test('a dry run shows the same requests and sends none', async () => {
			const sample = sampleOf(operation);
			const options = { ...(sample.form.options as IDataObject), dryRun: true };
			const { output, error } = await run(name, sample, { form: { options } });
			expect(error).toBeUndefined();
			expect(sent()).toEqual([]);
			expect(
				jsonOf(output[0]).map(({ method, url, body }) => ({
					method,
					path: String(url).slice(bench.sandbox.url.length),
					...(body === undefined ? {} : { body }),
				})),
			).toEqual(sample.wire.map(({ query: _query, ...request }) => request));
		});
	}
});
