import { openSandbox, reachedUsers, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(() => client.sandbox.close());

const webhook = { url: 'https://example.com', request_method: 'POST' };

function send(audience: unknown) {
	return client.post('/messages/send', { audience, broadcast: true, messages: { webhook } });
}

function attribute(name: string, comparison: string, value?: unknown) {
	return { custom_attribute: { custom_attribute_name: name, comparison, value } };
}

const others = ['user-002', 'user-003', 'user-004', 'user-005'];

test.each<[unknown, string[]]>([
	[attribute('eye_color', 'equals', 'blue'), ['user-001']],
	[attribute('eye_color', 'not_equal', 'blue'), others],
	[attribute('eye_color', 'exists'), ['user-001', 'user-002', 'user-003']],
	[attribute('eye_color', 'does_not_exist'), ['user-004', 'user-005']],
	[attribute('eye_color', 'matches_regex', '^b'), ['user-001', 'user-003']],
	[attribute('eye_color', 'does_not_match_regex', '^b'), ['user-002', 'user-004', 'user-005']],
	[attribute('eye_color', 'is_any_of', ['blue', 'green']), ['user-001', 'user-002']],
	[attribute('eye_color', 'is_none_of', 'blue'), others],
	[attribute('favorite_foods', 'includes_value', 'pizza'), ['user-001']],
	[attribute('favorite_foods', 'includes_value', ['pizza', 'salad']), ['user-001', 'user-002']],
	[attribute('favorite_foods', 'does_not_include_value', 'pizza'), others],
	[attribute('orders', 'greater_than', 1), ['user-001', 'user-002']],
	[attribute('orders', 'greater_than_or_equal_to', 12), ['user-002']],
	[attribute('orders', 'less_than', 1), ['user-004']],
	[attribute('orders', 'less_than_or_equal_to', 1), ['user-003', 'user-004']],
	[attribute('is_member', 'equals', false), ['user-002']],
	[attribute('is_member', 'does_not_equal', true), ['user-002', 'user-004', 'user-005']],
	[attribute('last_purchase_time', 'less_than_x_days_ago', 10), ['user-001']],
	[attribute('last_purchase_time', 'greater_than_x_days_ago', 10), []],
	[attribute('last_purchase_time', 'less_than_x_days_in_the_future', 10), []],
	[attribute('last_purchase_time', 'greater_than_x_days_in_the_future', 1), []],
	[attribute('last_purchase_time', 'after', '2026-01-01T00:00:00Z'), ['user-001']],
	[attribute('last_purchase_time', 'before', '2026-01-01T00:00:00Z'), []],
	[{ push_subscription_status: { comparison: 'is', value: 'opted_in' } }, ['user-001', 'user-003']],
	[
		{ email_subscription_status: { comparison: 'is_not', value: 'unsubscribed' } },
		['user-001', 'user-002', 'user-004', 'user-005'],
	],
	[
		{ last_used_app: { comparison: 'after', value: '2025-12-31T00:00:00+0000' } },
		['user-001', 'user-003'],
	],
	[
		{
			AND: [
				attribute('is_member', 'equals', true),
				{ OR: [attribute('orders', 'greater_than', 2), attribute('eye_color', 'equals', 'green')] },
			],
		},
		['user-001'],
	],
])('%j is accepted and narrows', async (audience, users) => {
	expect(await send(audience)).toMatchObject({ status: 201 });
	expect(reachedUsers(client)).toEqual(users);
});

const state = { comparison: 'is', value: 'opted_in' };

test.each<[unknown, string]>([
	[{}, 'audience must NOT have fewer than 1 properties'],
	[[attribute('a', 'exists')], 'audience must be object'],
	['a', 'audience must be object'],
	[
		{ AND: [attribute('a', 'exists')], OR: [attribute('a', 'exists')] },
		'must NOT have more than 1',
	],
	[{ AND: attribute('a', 'exists') }, 'audience.AND must be array'],
	[{ AND: [] }, 'audience.AND must NOT have fewer than 1 items'],
	[{ and: [attribute('a', 'exists')] }, 'audience.and is not a known key'],
	[{ NOT: attribute('a', 'exists') }, 'audience.NOT is not a known key'],
	[{ OR: [{ AND: [{ segment: 'a' }] }] }, 'audience.OR[0].AND[0].segment is not a known key'],
	[
		{ OR: [{ push_subscription_status: state, email_subscription_status: state }] },
		'audience.OR[0] must NOT have more than 1',
	],
	[attribute('a', 'contains', 'b'), 'custom_attribute.comparison must be one of'],
	[attribute('', 'exists'), 'custom_attribute_name must NOT have fewer than 1'],
	[attribute('a', 'equals'), 'custom_attribute.value is required with equals'],
	[attribute('a', 'equals', ['b']), 'custom_attribute.value must be string or number or boolean'],
	[attribute('a', 'exists', true), 'custom_attribute.value must be left out'],
	[attribute('a', 'greater_than', '1'), 'custom_attribute.value must be number'],
	[attribute('a', 'less_than_x_days_ago', '2'), 'custom_attribute.value must be number'],
	[attribute('a', 'does_not_equal', 'b'), 'custom_attribute.value must be boolean'],
	[attribute('a', 'matches_regex', 1), 'custom_attribute.value must be string'],
	[attribute('a', 'includes_value', [1]), 'custom_attribute.value[0] must be string'],
	[attribute('a', 'does_not_include_value', ['b']), 'custom_attribute.value must be string'],
	[attribute('a', 'is_any_of', []), 'custom_attribute.value must NOT have fewer than 1'],
	[
		attribute('a', 'after', 'yesterday'),
		'custom_attribute.value must be an ISO 8601 date and time',
	],
	[
		{ push_subscription_status: { ...state, value: 'yes' } },
		'value must be one of opted_in, subscribed',
	],
	[
		{ email_subscription_status: { ...state, comparison: 'equals' } },
		'comparison must be one of is, is_not',
	],
	[
		{ last_used_app: { comparison: 'is', value: '2026-01-01' } },
		'comparison must be one of after, before',
	],
	[
		{ last_used_app: { comparison: 'after', value: 'x' } },
		'last_used_app.value must be an ISO 8601',
	],
	[{ custom_attribute: { comparison: 'exists' } }, 'custom_attribute_name is required'],
	[
		{ custom_attribute: { ...attribute('a', 'exists').custom_attribute, type: 'x' } },
		'custom_attribute.type is not a known key',
	],
])('%j is refused', async (audience, error) => {
	const answer = await send(audience);
	expect(answer).toMatchObject({ status: 400, body: { message: 'Bad Request' } });
	expect(answer.body.errors).toContainEqual(expect.stringContaining(error));
});
