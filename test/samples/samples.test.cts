import type { IDataObject } from 'n8n-workflow';

import { jsonOf, NOW, openBench, pairedOf } from '../engine/support.cts';
import { namedOperations, sampleOf } from './sample.cts';
import type { Sample } from './sample.cts';

const bench = openBench({ now: NOW });

/** Runs a sample's form with changes. */
async function run(name: string, sample: Sample, more: IDataObject = {}, node = {}) {
	const [resource, operation] = name.split('.');
	await sample.arrange?.(bench.sandbox);
	bench.sandbox.requests.length = 0;
	return await bench.run({
		parameters: { resource, operation, ...sample.form, ...more },
		items: sample.items ?? [{}],
		node,
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
	test('sends what its sample says, and the sandbox accepts it', async () => {
		const sample = sampleOf(operation);
		const { output, error } = await run(name, sample);
		expect(error).toBeUndefined();
		expect(sent()).toEqual(sample.wire);
		expect(bench.sandbox.requests.map(({ accepted }) => accepted)).not.toContain(false);
		if (sample.output) expect(jsonOf(output[0])).toEqual(sample.output);
		for (const paired of pairedOf(output[0])) expect(paired).toBeDefined();
	});

	test('needs the permission that it names, and says so', async () => {
		const sample = sampleOf(operation);
		bench.sandbox.faults.use({ script: sample.wire.map(() => ({ kind: 'forbidden' as never })) });
		const { error } = await run(name, sample);
		expect(error?.message).toContain('403');
	});

	if (operation.endpoint.effect !== 'read') {
		test('a dry run shows the same requests and sends none', async () => {
			const sample = sampleOf(operation);
			const options = { ...(sample.form.options as IDataObject), dryRun: true };
			const { output, error } = await run(name, sample, { options });
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
