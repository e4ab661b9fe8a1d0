import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../../nodes/Braze/pipeline/operation.ts';
import { readAnswer } from '../../nodes/Braze/pipeline/send/answer.ts';
import { anySuccess } from '../../nodes/Braze/pipeline/send/success.ts';
import { jsonOf, NOW, openBench, pairedOf } from '../engine/support.cts';
import { openStub } from '../engine/stub.cts';
import { namedOperations, sampleOf } from './sample.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

/** What says of itself that it is no success, or is none of Braze's, whatever was asked. */
const never: Array<[string, number, unknown]> = [
	['another message', 200, { message: 'Forbidden by gateway' }],
	['no success', 200, { success: false }],
	['a list', 200, []],
	['a page', 200, '<html><body>Sign in</body></html>'],
	['several statuses', 207, { message: 'success' }],
	['an error', 200, { error: 'expired' }],
	['errors', 200, { errors: ['expired'] }],
];

/** What is none where a shape is documented. */
const notOfAShape: Array<[string, number, unknown]> = [
	['an empty object', 200, {}],
	['nothing', 201, undefined],
	['something else', 200, { ok: 1 }],
];

const hasShape = ({ success, paging }: Endpoint): boolean =>
	paging !== undefined || (success !== undefined && success !== anySuccess);

/** Runs the sample of an operation against the stub, and gives what became of its items. */
async function meet(name: string, operation: (typeof namedOperations)[number][1]) {
	const sample = sampleOf(operation);
	const [resource, value] = name.split('.');
	await sample.arrange?.(bench.sandbox);
	const options = { ...(sample.form.options as IDataObject), maxAttempts: 1, timeout: 5000 };
	const { output, error } = await bench.run({
		url: stub.url,
		parameters: { resource, operation: value, ...sample.form, options },
		items: sample.items ?? [{}],
		node: { onError: 'continueErrorOutput' },
	});
	expect(error).toBeUndefined();
	return { done: jsonOf(output[0]), failed: pairedOf(output[1]), items: sample.items ?? [{}] };
}

test('every endpoint says what its success looks like, by its shape or by its list', () => {
	const silent = namedOperations
		.flatMap(([name, { endpoint, alternative }]) =>
			[endpoint, alternative?.endpoint].map((each) => ({ name, each })),
		)
		.filter(({ each }) => each && !each.success && !each.paging);
	expect(silent.map(({ name }) => name)).toEqual([]);
});

test('the answers of these alone are nowhere documented', () => {
	const open = namedOperations.filter(([, { endpoint }]) => !hasShape(endpoint));
	expect(open.map(([name]) => name).sort()).toEqual([
		'campaign.duplicate',
		'canvas.duplicate',
		'emailTemplate.update',
		'schedule.deleteCampaignTrigger',
		'schedule.deleteCanvasTrigger',
		'schedule.deleteMessage',
		'schedule.updateCampaignTrigger',
		'schedule.updateCanvasTrigger',
		'schedule.updateMessage',
		'segment.cancelExport',
		'user.updateAlias',
	]);
});

const answersFor = (endpoint: Endpoint) =>
	hasShape(endpoint) ? [...never, ...notOfAShape] : never;

/** One of them, another one for each operation: that all are told apart is looked at without the engine. */
const oneFor = ({ endpoint }: (typeof namedOperations)[number][1]) => {
	const answers = answersFor(endpoint);
	const place = namedOperations.findIndex(([, each]) => each.endpoint === endpoint);
	return answers[place % answers.length];
};

describe.each(namedOperations)('%s', (name, operation) => {
	test('takes none of them for success', () => {
		const { endpoint, alternative } = operation;
		for (const each of [endpoint, ...(alternative ? [alternative.endpoint] : [])]) {
			// what a list of rows needs is looked at where its pages are read, which the next test walks
			if (each.paging && !each.success) continue;
			const taken = answersFor(each).filter(
				([, status, body]) => readAnswer(status, body ?? '', each).kind === 'accepted',
			);
			expect(taken).toEqual([]);
		}
	});

	const met = operation.endpoint.paging ? answersFor(operation.endpoint) : [oneFor(operation)];

	test.each(met)('%s reaches no success output', async (_what, status, body) => {
		stub.answer = { status, body };
		const { done, failed, items } = await meet(name, operation);
		expect(stub.asked.length).toBeGreaterThan(0);
		expect(done).toEqual([]);
		expect(new Set(failed.map((paired) => (paired as { item: number }).item)).size).toBe(
			items.length,
		);
	});

	if (!hasShape(operation.endpoint)) {
		test.each([{}, undefined])('%j counts, since no shape is documented', async (body) => {
			stub.answer = { status: 201, body };
			expect((await meet(name, operation)).failed).toEqual([]);
		});
	}
});
