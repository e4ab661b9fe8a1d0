import {
	BrazeError,
	codedRefusal,
	listedRefusal,
	sentenceRefusal,
	singleError,
	usualRefusal,
} from '../../sandbox/errors.cts';

const problems = [
	{ detail: 'a is required' },
	{ title: 'A cannot be blank', detail: 'a is short' },
];

test.each<[string, BrazeError, number, object]>([
	['a message alone', new BrazeError(404, 'Not Found'), 404, { message: 'Not Found' }],
	[
		'a title with its details',
		usualRefusal(problems),
		400,
		{ message: 'A cannot be blank', errors: ['a is required', 'a is short'] },
	],
	['a sentence of Braze', sentenceRefusal(problems), 400, { message: 'A cannot be blank' }],
	['a sentence of its own', sentenceRefusal([problems[0]]), 400, { message: 'a is required' }],
	[
		'a code',
		codedRefusal(404, 'Asset not found', 'ASSET_NOT_FOUND', { asset_id: 'a' }),
		404,
		{ message: 'Asset not found', error_code: 'ASSET_NOT_FOUND', meta: { asset_id: 'a' } },
	],
	[
		'a list',
		listedRefusal(400, 'One', 'Two'),
		400,
		{ errors: [{ message: 'One' }, { message: 'Two' }] },
	],
	['an error', singleError(400, 'No JSON'), 400, { error: 'No JSON' }],
])('a refusal can be %s', (_name, error, status, body) => {
	expect([error.status, error.body]).toEqual([status, body]);
});
