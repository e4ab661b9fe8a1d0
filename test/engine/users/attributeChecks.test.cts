import type { IDataObject } from 'n8n-workflow';

import { shownBy } from '../support.cts';
import { openAttributes } from './attributes.cts';
import { fieldsForm } from './forms.cts';

const { bench, run, attributes } = openAttributes();

describe('what Braze would refuse or drop without a word is refused before anything leaves', () => {
	test.each<[string, IDataObject, string]>([
		['a long name', { [`a${'b'.repeat(255)}`]: 1 }, 'hold a name of 256 characters'],
		['a long text', { text: 'x'.repeat(256) }, 'has 256 characters and Braze takes at most 255'],
		['a large list', { list: [{ text: 'x'.repeat(102_400) }] }, 'drops one of more than 102400'],
		['a nested key', { object: { 'a.b': 1 } }, 'takes no spaces, dots and dollar signs'],
		['a subscription state', { email_subscribe: 'yes' }, 'Give one of opted_in'],
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
