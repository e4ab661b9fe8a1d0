import { maskSecret, usableKey } from '../../nodes/Braze/pipeline/send/secret.ts';

const KEY = 'k"ey/\\<a>&b%+#\'z';
const mask = maskSecret(KEY);

test.each([
	['as it is', KEY],
	['in JSON', JSON.stringify({ message: KEY })],
	['in JSON within JSON', JSON.stringify(JSON.stringify(KEY))],
	['in a URL', `https://x.example/?key=${encodeURIComponent(KEY)}`],
	['in a path', `https://x.example/${encodeURI(KEY)}`],
	['in HTML', "<b>k&quot;ey/\\&lt;a&gt;&amp;b%+#'z</b>"],
	['twice', `${KEY} and ${KEY}`],
])('masks a key %s', (_name, text) => {
	const masked = mask(text) as string;
	expect(masked).toContain('***');
	expect(masked).not.toMatch(/ey.{0,4}\/|ey%2F/);
});

test('masks in every text inside a value, keys of objects included', () => {
	const value = { message: `Invalid API key: ${KEY}`, errors: [{ [KEY]: [KEY] }, 1, null, true] };
	expect(mask(value)).toEqual({
		message: 'Invalid API key: ***',
		errors: [{ '***': ['***'] }, 1, null, true],
	});
});

test('leaves a value without the key as it is', () => {
	const value = { message: 'success', dispatch_id: 'abc', errors: [] };
	expect(mask(value)).toEqual(value);
});

test('keeps a key of Braze, without what was pasted around it', () => {
	const key = '4bf86b26-0f4f-4d5c-9b0a-8a3a3f0f3c55';
	expect(usableKey(` ${key}\n`)).toBe(key);
});

test.each([
	['a line break inside', 'ab\ncd'],
	['a space inside', 'ab cd'],
	['another alphabet', 'клюc'],
	['a control character', 'ab\u0000cd'],
	['half an emoji', 'ab\ud83dcd'],
	['nothing', '  '],
])('refuses a key with %s, in a sentence without the key', (_name, key) => {
	let message = '';
	try {
		usableKey(key);
	} catch (error) {
		({ message } = error as Error);
	}
	expect(message).toMatch(/^The .*Braze credential .*\. (Copy|Enter) /);
	expect(message).not.toContain('cd');
});
