import { answersWith, messageOfSuccess } from '../../nodes/Braze/pipeline/send/success.ts';
import { readAnswer } from '../../nodes/Braze/pipeline/send/answer.ts';
import type { Rejected } from '../../nodes/Braze/pipeline/send/outcome.ts';

const refusal = (status: number) => readAnswer(status, { message: 'No' });

test.each([200, 201, 202])('%i with an object is accepted', (status) => {
	expect(readAnswer(status, { message: 'success' })).toMatchObject({
		kind: 'accepted',
		answer: { message: 'success' },
	});
});

test('a queued request is told from a processed one', () => {
	expect(readAnswer(202, { message: 'queued' })).toMatchObject({ answer: { queued: true } });
});

test('an empty error in an accepted answer never stands where n8n takes it for a failed item', () => {
	expect(readAnswer(201, { message: 'success', error: null, errors: ['y'] })).toEqual({
		kind: 'accepted',
		answer: { message: 'success', errors: ['y'] },
	});
});

test.each(['<html>Welcome</html>', '{"mess', [], null, 5])(
	'a 201 of something else than Braze may have been sent: %j',
	(body) => expect(readAnswer(201, body).kind).toBe('mayHaveBeenSent'),
);

test.each<[string, number, unknown]>([
	['a message of something else', 200, { message: 'Forbidden by gateway' }],
	['no success by its own words', 200, { success: false }],
	['no success as text', 200, { success: 'false', message: 'success' }],
	['an error', 200, { message: 'success', error: 'expired' }],
	['several statuses', 207, { message: 'success' }],
	['a part', 206, { message: 'success' }],
])('a 2XX that says otherwise may have been sent: %s', (_what, status, body) => {
	expect(readAnswer(status, body)).toMatchObject({ kind: 'mayHaveBeenSent', status });
});

test.each<[string, unknown]>([
	['nothing', ''],
	['an object without a word', {}],
	['success in capitals', { message: 'SUCCESS' }],
	['what is queued', { message: 'Queued' }],
])('a 2XX counts where no shape is documented: %s', (_what, body) => {
	expect(readAnswer(201, body).kind).toBe('accepted');
});

test.each(['', {}, { dispatch_id: 'd' }, { message: null }])(
	'a 2XX without the documented message may have been sent: %j',
	(body) => {
		const outcome = readAnswer(201, body, { effect: 'send', success: messageOfSuccess });
		expect(outcome.kind).toBe('mayHaveBeenSent');
	},
);

test.each([429, 500, 502, 503])("Braze's own %i was not sent and is tried again", (status) => {
	expect(refusal(status)).toMatchObject({ kind: 'rejected', status, retryable: true });
	expect(
		readAnswer(status, '', { effect: 'send' }, { 'X-RateLimit-Remaining': '5' }),
	).toMatchObject({ kind: 'rejected', retryable: true });
});

test.each([500, 503])('%i of something before Braze may have been sent', (status) => {
	for (const body of ['<html>Oops</html>', '', {}]) {
		const headers = { 'x-ratelimit-limit': '' };
		const outcome = readAnswer(status, body, { effect: 'send' }, headers);
		expect(outcome).toMatchObject({ kind: 'mayHaveBeenSent', status });
	}
});

test.each([429, 502])('%i was not sent, whoever says so', (status) => {
	expect(readAnswer(status, '<html>')).toMatchObject({ kind: 'rejected', retryable: true });
});

test.each([302, 404, 405, 410])('%i asks for the instance', (status) => {
	expect(refusal(status)).toMatchObject({ advice: expect.stringContaining('the instance') });
});

test.each([
	['Integration not found', 'what the item names'],
	['The asset could not be found.', 'what the item names'],
	['Preference center was not found', 'what the item names'],
	['Not Found', 'the instance'],
	['404 Not Found', 'the instance'],
	['The requested URL was not found', 'the instance'],
])('404 with the words "%s" asks for %s', (message, checked) => {
	expect(readAnswer(404, { message })).toMatchObject({
		advice: expect.stringContaining(`Check ${checked}`),
	});
	expect(readAnswer(404, message)).toMatchObject({
		advice: expect.stringContaining('Check the instance'),
	});
});

test("a proxy's 403 and 407 are not the key's fault, Braze's 403 names the permission", () => {
	const endpoint = { effect: 'send' as const, permission: 'messages.send' };
	const adviceOf = (status: number, body: unknown) =>
		(readAnswer(status, body, endpoint) as { advice: string }).advice;
	expect(adviceOf(403, '<html>Blocked</html>')).toMatch(/proxy or a firewall/);
	expect(adviceOf(407, '')).toMatch(/the Braze key has no part in it/);
	expect(adviceOf(403, { message: 'Access Denied' })).toContain('messages.send');
	expect(adviceOf(401, { message: 'Invalid API key' })).toMatch(/key and the instance.*messages/);
});

test.each<[number, unknown, RegExp]>([
	...[400, 402, 409, 411, 418, 422, 431, 451].flatMap(
		(status): Array<[number, unknown, RegExp]> => [
			[status, { message: 'no such day' }, /^Correct what Braze names/],
			[status, '<html>Blocked</html>', /proxy or a firewall/],
			[status, '', /proxy or a firewall/],
		],
	),
	...[408, 423, 425, 500].map((status): [number, unknown, RegExp] => [status, '', /again/]),
])('what to do after a %i with %j blames who refused', (status, body, words) => {
	const answer = readAnswer(status, body);
	expect(answer).toHaveProperty('advice', expect.stringMatching(words));
});

test.each([301, 400, 401, 403, 404, 408, 413, 415, 422])(
	'%i was not sent and is not tried again',
	(status) => {
		expect(refusal(status)).toMatchObject({ kind: 'rejected', status });
		expect(refusal(status)).not.toHaveProperty('retryable');
	},
);

test.each([501, 504, 507, 520, 522, 524, 598])(
	'%i may have been sent and is not tried again',
	(status) => {
		expect(refusal(status)).toMatchObject({
			kind: 'mayHaveBeenSent',
			status,
			reason: expect.stringMatching(/No\), so this may have been sent$/),
			advice: expect.stringContaining('before you send it again'),
		});
	},
);

test.each<[string, unknown, string]>([
	['message', { message: 'No recipients' }, 'No recipients'],
	['error', { error: 'invalid JSON' }, 'invalid JSON'],
	['errors as texts', { message: 'Bad', errors: ['one', 'two', 'Bad'] }, 'Bad; one; two'],
	['errors as objects', { errors: [{ type: 'bad id', index: 3 }] }, 'bad id (entry 3)'],
	['errors with a message', { errors: [{ id: 'rate', message: 'slow down' }] }, 'slow down'],
	['an error that is an object', { error: { message: 'inner' } }, 'inner'],
	['an error beside success', { message: 'success', error: 'bad key' }, 'success; bad key'],
	['an error that is but a sign', { message: 'No', error: true }, 'No'],
	['an odd object', { code: 5 }, '{"code":5}'],
	['a page', '<html><h1>Bad\n gateway</h1></html>', 'Bad gateway'],
	[
		'a page with a style',
		`<style>${'a{b:c}'.repeat(99)}</style><p>Blocked</p><script>1<2</script>`,
		'Blocked',
	],
	['nothing', '', 'an empty answer'],
	['null', null, 'null'],
])('tells what Braze said: %s', (_name, body, words) => {
	expect(readAnswer(400, body)).toMatchObject({
		reason: expect.stringMatching(/^(?:Braze|Something) refused the request \(400\): /),
	});
	expect(readAnswer(400, body)).toMatchObject({
		reason: expect.stringContaining(`(400): ${words}`),
	});
});

test.each<[number, unknown, string]>([
	[400, { message: 'Bad' }, 'Braze'],
	[401, { message: 'Invalid API key' }, 'Braze'],
	[429, '<html>', 'Braze'],
	[502, '<html>', 'Braze'],
	[302, { message: 'Found' }, 'Something'],
	[400, '<html>', 'Something'],
	[403, '<html>', 'Something'],
	[404, '<html>', 'Something'],
	[407, '', 'Something'],
	[413, '', 'Something'],
])('names who refused with %i and %j: %s', (status, body, who) => {
	expect(readAnswer(status, body)).toMatchObject({
		reason: expect.stringMatching(new RegExp(`^${who} refused the request`)),
	});
});

test.each<[number, unknown]>([
	[504, ''],
	[200, '<html>'],
	[200, null],
	[201, { ok: 1 }],
])('of a read, %i with %j leaves nothing in doubt', (status, body) => {
	const success = answersWith('campaigns');
	const { reason, advice } = readAnswer(status, body, { effect: 'read', success }) as Rejected;
	expect(reason).not.toContain('may have been');
	expect(advice).toMatch(status === 504 ? /again later/ : /Check the instance/);
});

test.each([undefined, null, ''])('what Braze gives is not there where it is %j', (url) => {
	const success = answersWith('url');
	expect(readAnswer(200, { message: 'success', url }, { effect: 'read', success })).toMatchObject({
		kind: 'mayHaveBeenSent',
		reason: expect.stringContaining("but without 'url', which Braze gives"),
	});
});

test('a request on which something gave up may have been sent', () => {
	expect(refusal(499)).toMatchObject({ kind: 'mayHaveBeenSent' });
});

test.each([' ', '\n', '', undefined])('%j is an empty answer', (body) => {
	expect(readAnswer(200, body)).toMatchObject({ kind: 'accepted', answer: {} });
});

test.each(['error', 'FAILED', 'fail', 'failure'])('a status of "%s" is no success', (status) => {
	const read = (effect: 'send' | 'read') =>
		readAnswer(200, { message: 'success', status }, { effect });
	expect(read('send')).toMatchObject({ kind: 'mayHaveBeenSent' });
	expect(read('read')).toMatchObject({ kind: 'rejected' });
	expect(readAnswer(200, { status: 'sent' })).toMatchObject({ kind: 'accepted' });
});

test('quotes no more of an answer than a person reads', () => {
	for (const body of ['x'.repeat(100_000), { message: 'x'.repeat(100_000) }]) {
		const { reason } = readAnswer(400, body) as { reason: string };
		expect(reason.length).toBeLessThan(1100);
	}
});

test('markup without an end takes no time', () => {
	const start = Date.now();
	for (const body of ['<'.repeat(200_000), '<a'.repeat(100_000), ' '.repeat(200_000)]) {
		readAnswer(400, body);
	}
	expect(Date.now() - start).toBeLessThan(1000);
});
