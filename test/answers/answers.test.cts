import { jsonOf, NOW, openBench } from '../engine/support.cts';
import { openStub } from '../engine/stub.cts';
import { namedOperations, sampleOf } from '../samples/sample.cts';
import { campaignStatistics } from './campaignStatistics.cts';
import { canvasStatistics } from './canvasStatistics.cts';
import { catalogs } from './catalogs.cts';
import { consent } from './consent.cts';
import { content } from './content.cts';
import { identities } from './identities.cts';
import { kpis } from './kpis.cts';
import { lists } from './lists.cts';
import { rest } from './rest.cts';
import { users } from './users.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

describe('what Braze is documented to answer with', () => {
	test.each([
		...campaignStatistics,
		...canvasStatistics,
		...kpis,
		...lists,
		...users,
		...identities,
		...consent,
		...catalogs,
		...content,
		...rest,
	])(
		'$operation: $title',
		async ({ operation: name, form, items, status, body, output, failure }) => {
			const [, operation] = namedOperations.find(([each]) => each === name) ?? [];
			if (!operation) throw new Error(`there is no operation ${name}`);
			const sample = sampleOf(operation);
			stub.answer = { status, body };
			const { resource, value } = operation;
			const run = await bench.run({
				parameters: { resource, operation: value, ...sample.form, ...form },
				items: items ?? sample.items ?? [{}],
				url: stub.url,
			});
			expect(stub.asked.length).toBeGreaterThan(0);
			if (failure !== undefined) {
				expect(run.error?.message).toContain(failure);
				return;
			}
			expect(run.error?.message).toBeUndefined();
			expect(jsonOf(run.output[0])).toEqual(output);
		},
	);
});
