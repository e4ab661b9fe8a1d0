import type { IDataObject } from 'n8n-workflow';

import { messageForm, openBench, type Bench, type Parameters } from './support.cts';

interface Audience {
	bench: Bench;
	/** The audience that leaves with a message in Berlin, which the sandbox accepts. */
	audienceOf(form: Parameters): Promise<unknown>;
}

/** A bench for one test file about audiences. */
export function openAudience(): Audience {
	const bench = openBench();
	const settings = { timezone: 'Europe/Berlin' };
	async function audienceOf(form: Parameters): Promise<unknown> {
		const { error } = await bench.run({
			parameters: messageForm(form),
			items: [{ id: 'user-001', tiers: ['gold', 'silver'] }],
			settings,
		});
		expect(error).toBeUndefined();
		expect(bench.onlyRequest().accepted).toBe(true);
		return (bench.onlyRequest().body as IDataObject).audience;
	}
	return { bench, audienceOf };
}

/** An audience built in the form. */
export const build = (filters: IDataObject, audienceMatch = 'AND'): Parameters => ({
	audience: 'build',
	audienceMatch,
	audienceFilters: filters,
});

/** An audience as JSON. */
export const json = (audience: unknown): Parameters => ({
	audience: 'json',
	audienceJson: typeof audience === 'string' ? audience : JSON.stringify(audience),
});

/** A filter as it leaves. */
export const attribute = (comparison: string, value?: unknown) => ({
	custom_attribute: {
		custom_attribute_name: 'a',
		comparison,
		...(value === undefined ? {} : { value }),
	},
});

export const listed = ['gold', 'silver'];

/** Two rows of the form, and the filters that they become. */
export const blue = {
	attributeName: 'a',
	attributeType: 'string',
	stringComparison: 'equals',
	value: 'blue',
};
export const optedIn = { comparison: 'is', state: 'opted_in' };
export const isBlue = attribute('equals', 'blue');
export const push = { push_subscription_status: { comparison: 'is', value: 'opted_in' } };
