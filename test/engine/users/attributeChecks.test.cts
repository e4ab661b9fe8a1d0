import type { IDataObject } from 'n8n-workflow';

import { shownBy } from '../support.cts';
import { openAttributes } from './attributes.cts';
import { fieldsForm, upsertForm } from './forms.cts';

const { bench, run, attributes } = openAttributes();

const lacks = "'User Attributes > subscription_groups 1 > subscription_state' is empty";

const groupIn = (state: string, more: IDataObject = {}): IDataObject => ({
	subscription_groups: [{ subscription_group_id: 'g', subscription_state: state, ...more }],
});

const token = (more: IDataObject, beside: IDataObject = {}): IDataObject => ({
	push_tokens: [{ app_id: 'app', token: 't', ...more }],
	...beside,
});

describe('what Braze would refuse or drop without a word is refused before anything leaves', () => {
	test.each<[string, IDataObject, string]>([
		['a long name', { [`a${'b'.repeat(255)}`]: 1 }, 'hold a name of 256 characters'],
		['a long text', { text: 'x'.repeat(256) }, 'has 256 characters and Braze takes at most 255'],
		['a large list', { list: [{ text: 'x'.repeat(102_400) }] }, 'drops one of more than 102400'],
		['a nested key', { object: { 'a.b': 1 } }, 'takes no spaces, dots and dollar signs'],
		['a subscription state', { email_subscribe: 'yes' }, 'Give one of opted_in'],
		['null for a subscription state', { email_subscribe: null }, 'is null, for which Braze'],
		['null for subscription groups', { subscription_groups: null }, 'Leave it out'],
		['a group without a state', { subscription_groups: [{ subscription_group_id: 'g' }] }, lacks],
		['a group by other names', { subscription_groups: [{ id: 'g' }] }, 'the object has "id"'],
		['a state as Braze shows it', groupIn('Subscribed'), 'cannot be "Subscribed". Give one of'],
		[
			'a flag of a group',
			groupIn('subscribed', { use_double_opt_in_logic: 'yes' }),
			'true or false',
		],
		['a token without an app', { push_tokens: [{ token: 't' }] }, 'push_tokens 1 > app_id'],
		['a short device ID', token({ device_id: 'x'.repeat(7) }), 'has 7 bytes and Braze takes 8'],
		['a long device ID', token({ device_id: 'x'.repeat(256) }), 'has 256 bytes'],
		['tokens of nobody for a user', token({}, { push_token_import: true }), 'named by external_id'],
		['a long address of a picture', { image_url: 'x'.repeat(1025) }, 'takes at most 1024'],
		['a time of a profile', { date_of_first_session: 'soon' }, 'no time that Braze reads'],
		['a date of birth', { dob: '1.2.2000' }, 'Write the date of birth as YYYY-MM-DD'],
		['an email address', { email: 'nobody' }, 'Enter one address'],
		['a location', { current_location: { longitude: 1 } }, 'lacks the longitude or the latitude'],
		['a key that Braze refuses', { email_subscription_info: {} }, 'which Braze refuses'],
		['a number for a name', { first_name: { a: 1 } }, 'must be text'],
		['a text to increment by', { points: { inc: '1' } }, 'is incremented by "1"'],
		['a part to increment by', { points: { inc: 0.5 } }, 'is incremented by "0.5"'],
		['a text to add to a list', { tags: { add: 'jazz' } }, 'the others with a list each'],
		['an object to add', { cars: { $add: { id: 1 } } }, 'the others with a list each'],
		['a flag that is a text', { _merge_objects: 'yes' }, 'must be true or false'],
		['a time inside an object', { car: { since: { $time: 'soon' } } }, 'holds "soon" as $time'],
		['null as a time', { car: { since: { $time: null } } }, 'holds "null" as $time'],
		['no name', { ' ': 1 }, 'hold one without a name'],
	])('%s', async (_what, item, sentence) => {
		const { error } = await run(fieldsForm(), [{ id: 'user-001', ...item }]);
		expect(shownBy(error)).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test.each<[string, IDataObject]>([
		['255 characters of two code units each', { text: '😀'.repeat(255) }],
		['a time in a form of its own', { car: { since: { $time: '2026-01-02T03:04:05:678Z' } } }],
		['an object that happens to have such keys', { company: { inc: 'Shop', add: 1, id: 2 } }],
		['a list with null', { list: [null, 1] }],
		['a group', groupIn('unsubscribed', { use_double_opt_in_logic: false })],
		['a device ID of 8 bytes', token({ device_id: 'xxxxxxxx' }, { push_token_import: false })],
		['a device ID of 255 bytes', token({ device_id: 'x'.repeat(255) })],
		['an address of 1024 characters', { image_url: 'x'.repeat(1024) }],
		['a time with its zone apart', { date_of_last_session: '2019-02-15 00:00:00 -0500' }],
		['a time in words', { marked_email_as_spam_at: 'Thu 01 02 03:04:05.UTC 2020' }],
		['null that removes', { gender: null, country: null, current_location: null, any: null }],
		['a code', { country: 'BE', language: 'nl', time_zone: 'Europe/Brussels' }],
		['a zone of Rails', { time_zone: 'Eastern Time (US & Canada)' }],
	])('%s leaves', async (_what, item) => {
		const { error, hints } = await run(fieldsForm(), [{ id: 'user-001', ...item }]);
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect(attributes()).toEqual([{ external_id: 'user-001', ...item }]);
	});

	test('null inside an object leaves as it is, with a hint that Braze may drop the attribute', async () => {
		const items = ['user-001', 'user-002'].map((id) => ({ id, cars: [{ colour: null }] }));
		const { error, hints } = await run(fieldsForm(), items);
		expect(error).toBeUndefined();
		expect(hints.filter(({ message }) => message.includes('null inside an object'))).toHaveLength(
			1,
		);
		expect(attributes()).toEqual(items.map(({ id, cars }) => ({ external_id: id, cars })));
	});

	test('an external ID of more than 987 bytes', async () => {
		const { error } = await run(fieldsForm(), [{ id: 'x'.repeat(988), tier: 'gold' }]);
		expect(error?.message).toContain('988 bytes');
	});
});

test.each<[string, IDataObject]>([
	['A country of this run is not', { country: 'Belgium' }],
	['A language of this run is not', { language: 'en-US' }],
	['A time_zone of this run is no name', { time_zone: 'Europe/Bruxelles' }],
	['A time_zone of this run is no name', { time_zone: '+02:00' }],
])('%s: %j leaves, with one hint', async (words, attribute) => {
	const items = ['user-001', 'user-002'].map((id) => ({ id, ...attribute }));
	const { hints } = await run(fieldsForm(), items);
	expect(hints.filter(({ message }) => message.startsWith(words))).toHaveLength(1);
	expect(attributes()).toMatchObject([attribute, attribute]);
});

test('tokens of people whom Braze does not know yet are imported by email', async () => {
	const form = upsertForm({
		userIdentifier: 'email',
		email: '={{ $json.email }}',
		attributesSource: 'inputFieldsExcept',
		attributesInputFields: 'email',
	});
	const imported = token({}, { push_token_import: true });
	const { output } = await run(form, [{ email: 'one@example.com', ...imported }]);
	expect(output[0]).toHaveLength(1);
	expect(attributes()).toEqual([{ email: 'one@example.com', ...imported }]);
});
