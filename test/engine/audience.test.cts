import {
	attribute,
	blue,
	build,
	isBlue,
	json,
	listed,
	openAudience,
	optedIn,
	push,
} from './audienceForms.cts';
import { campaignForm, canvasForm } from './support.cts';

const { bench, audienceOf } = openAudience();

describe('filters together', () => {
	test.each([
		['All', 'AND'],
		['Any', 'OR'],
	])('%s', async (_label, match) => {
		const filters = { customAttribute: [blue], pushSubscription: [optedIn] };
		expect(await audienceOf(build(filters, match))).toEqual({ [match]: [isBlue, push] });
	});

	test('in groups, each with its own match', async () => {
		const group = {
			match: 'OR',
			filters: { customAttribute: [blue, blue], pushSubscription: [optedIn] },
		};
		const filters = { pushSubscription: [optedIn], group: [group, { ...group, match: 'AND' }] };
		expect(await audienceOf(build(filters))).toEqual({
			AND: [push, { OR: [isBlue, isBlue, push] }, { AND: [isBlue, isBlue, push] }],
		});
	});
});

const deep = { AND: [isBlue, { OR: [push, { AND: [isBlue, { OR: [push] }] }] }] };

describe('as JSON', () => {
	test.each([
		['one filter', isBlue],
		['nested deeper than the form goes', deep],
		['the comparison of 2018 that was renamed', attribute('does_not_equal', true)],
	])('%s', async (_what, audience) => {
		expect(await audienceOf(json(audience))).toEqual(audience);
	});

	test('from an expression', async () => {
		const values =
			'={{ ({ custom_attribute: { custom_attribute_name: "a", comparison: "is_any_of", value: $json.tiers } }) }}';
		expect(await audienceOf(json(values))).toEqual(attribute('is_any_of', listed));
	});
});

test.each([
	['a campaign', campaignForm],
	['a Canvas', canvasForm],
])('%s takes the same', async (_what, form) => {
	const parameters = form(build({ customAttribute: [blue], pushSubscription: [optedIn] }, 'OR'));
	await bench.run({ parameters, items: [{ id: 'a' }] });
	expect(bench.onlyRequest()).toMatchObject({
		accepted: true,
		body: { audience: { OR: [isBlue, push] } },
	});
});
