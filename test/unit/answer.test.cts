import { readAnswer } from '../../nodes/Braze/pipeline/send/answer.ts';

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

test('an error in an accepted answer never stands where n8n takes it for a failed item', () => {
	expect(readAnswer(201, { message: 'success', error: 'x', errors: ['y'] })).toEqual({
		kind: 'accepted',
		answer: { message: 'success', errors: ['y', 'x'] },
	});
});

test.each(['<html>Welcome</html>', '', '{"mess', [], null, 5])(
	'a 201 of something else than Braze may have been sent: %j',
	(body) => expect(readAnswer(201, body).kind).toBe('mayHaveBeenSent'),
);

test.each([429, 500, 502, 503])('%i was not sent and is tried again', (status) => {
	expect(refusal(status)).toMatchObject({ kind: 'rejected', status, retryable: true });
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
	['an odd object', { code: 5 }, '{"code":5}'],
	['a page', '<html><h1>Bad\n gateway</h1></html>', 'Bad gateway'],
	['nothing', '', 'an empty answer'],
	['null', null, 'null'],
])('tells what Braze said: %s', (_name, body, words) => {
	expect(readAnswer(400, body)).toMatchObject({
		reason: `Braze refused the request (400): ${words}`,
	});
});

test('quotes no more of an answer than a person reads', () => {
	for (const body of ['x'.repeat(100_000), { message: 'x'.repeat(100_000) }]) {
		const { reason } = readAnswer(400, body) as { reason: string };
		expect(reason.length).toBeLessThan(1100);
	}
});
