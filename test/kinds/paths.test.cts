import { NOW, openBench } from '../engine/support.cts';
import { runWithEach, shownFields, titled } from './kinds.cts';

const bench = openBench({ now: NOW });

/** What shortens an address, leads out of a part of it, or looks as if it did. */
const steps = ['..', '.', '%2e%2e', '../..', 'a/b', 'a?b=c', 'a#b', 'a\\b'];

const inPaths = shownFields.filter(
	({ operation, property }) =>
		operation.endpoint.path.includes('{') && ['string', 'resourceLocator'].includes(property.type),
);

const addressOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

test.each(titled(inPaths))('%s never leads to another address', async (_name, field) => {
	const { property, operation } = field;
	const isLocator = property.type === 'resourceLocator';
	const codes = steps.map((step) => JSON.stringify(step));
	const { failed, sent } = await runWithEach(bench, field, codes, (value) =>
		isLocator ? { __rl: true, mode: 'id', value } : value,
	);
	const address = addressOf(operation.endpoint.path);
	for (const { path } of sent) expect(path).toMatch(address);
	const refusedHere = failed.filter((each) => !each.includes('Braze refused'));
	for (const each of refusedHere) expect(each).toContain(`'${property.displayName}'`);
	expect(failed.length + sent.length).toBeGreaterThan(0);
});
