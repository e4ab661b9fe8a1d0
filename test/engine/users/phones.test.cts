import type { IDataObject } from 'n8n-workflow';

import { namedOperations, sampleOf } from '../../samples/sample.cts';
import { failuresIn, NOW, openBench } from '../support.cts';
import { fieldsForm } from './forms.cts';

const bench = openBench({ now: NOW });

/** The operations whose user can be named by a phone number. */
const byPhone = namedOperations.filter(([, { endpoint }]) =>
	endpoint.parts
		.flatMap((part) => part.describe({}))
		.some(
			({ name, options }) =>
				name === 'userIdentifier' && JSON.stringify(options ?? []).includes('"phone"'),
		),
);

const phoneHints = (hints: Array<{ message: string }>): string[] =>
	hints.map(({ message }) => message).filter((message) => message.includes('E.164'));

async function runWith(name: string, phone: string) {
	const operation = byPhone.find(([each]) => each === name)?.[1];
	if (!operation) throw new Error(name);
	const sample = sampleOf(operation);
	await sample.arrange?.(bench.sandbox);
	const form: IDataObject = {
		...sample.form,
		userIdentifier: 'phone',
		phone,
		prioritization: ['identified'],
	};
	const { hints, output } = await bench.run({
		parameters: { resource: operation.resource, operation: operation.value, ...form },
		items: sample.items?.slice(0, 1) ?? [{}],
		// of a run that stops n8n shows no hints
		node: { onError: 'continueErrorOutput' },
	});
	return { hints: phoneHints(hints), failures: failuresIn(output[1]) };
}

describe.each(byPhone)('%s', (name) => {
	test('tells of a number that is not in E.164 form', async () => {
		const { hints, failures } = await runWith(name, '0471 12 34 56');
		// where Braze refuses such a number, so does the node, and nothing went out that could be told of
		const isRefused = name === 'subscriptionGroup.setStatus';
		if (isRefused) expect(failures).toEqual([expect.stringMatching(/'Phone' is/)]);
		expect(hints).toHaveLength(isRefused ? 0 : 1);
	});

	test('says nothing of one that is', async () => {
		expect((await runWith(name, '+32471123456')).hints).toEqual([]);
	});
});

test('a number among the attributes is told of once a run, and sent as it is', async () => {
	const items = ['0471 12', '0471 13', '+32471123456'].map((phone, index) => ({
		id: `user-00${index + 1}`,
		phone,
	}));
	const { hints, error } = await bench.run({ parameters: fieldsForm(), items });
	expect(error).toBeUndefined();
	expect(phoneHints(hints)).toHaveLength(1);
	expect(bench.onlyRequest().body).toMatchObject({
		attributes: [{ phone: '0471 12' }, { phone: '0471 13' }, { phone: '+32471123456' }],
	});
});

test.each<[string, IDataObject]>([
	[
		'getInvalid',
		{ findBy: 'phoneNumbers', phoneNumbers: '+32471123456, 0471 12', returnAll: true },
	],
	['removeInvalid', { phone: '32471123456' }],
])('a phone number that is a list entry is told of as well: %s', async (operation, form) => {
	const run = async (more: IDataObject) =>
		await bench.run({ parameters: { resource: 'phoneNumber', operation, ...form, ...more } });
	const { hints, error } = await run({});
	expect(error).toBeUndefined();
	expect(phoneHints(hints)).toHaveLength(1);
	const good = await run({ phone: '+32471123456', phoneNumbers: '+32471123456' });
	expect(phoneHints(good.hints)).toEqual([]);
});

test('there are operations to walk over', () => {
	expect(byPhone.length).toBeGreaterThan(6);
});
