import { usableKey } from '../../credentials/key.ts';
import { maskSecret } from '../../nodes/Braze/pipeline/send/secret.ts';

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

const everyCharacter = (write: (code: number) => string): string =>
	[...KEY].map((character) => write(character.charCodeAt(0))).join('');
const hex = (code: number): string => code.toString(16).padStart(2, '0');

test.each([
	['in capitals', KEY.toUpperCase()],
	['with every character escaped for a URL', everyCharacter((code) => `%${hex(code)}`)],
	['in capital escapes of a URL', everyCharacter((code) => `%${hex(code).toUpperCase()}`)],
	['in a URL within a URL', encodeURIComponent(encodeURIComponent(KEY))],
	['with every character escaped for JSON', everyCharacter((code) => `\\u00${hex(code)}`)],
	['in numbers of HTML', everyCharacter((code) => `&#${code};`)],
	['in hexadecimal numbers of HTML', everyCharacter((code) => `&#x${hex(code)};`)],
	['in base64', Buffer.from(KEY).toString('base64')],
	['in base64 of a header', Buffer.from(`Bearer ${KEY}`).toString('base64')],
	['in base64 of a longer text', Buffer.from(`a=${KEY}&b`).toString('base64url')],
])('masks a key %s', (_name, text) => {
	const masked = mask(`before ${text} after`) as string;
	expect(masked).toContain('***');
	expect(masked.length).toBeLessThan(`before ${text} after`.length / 1.5);
});

test('text that could begin a key without end takes no time', () => {
	const start = Date.now();
	mask(['\\'.repeat(200_000), 'k'.repeat(200_000), '%25'.repeat(100_000), '&#0'.repeat(100_000)]);
	expect(Date.now() - start).toBeLessThan(1000);
});

test.each([undefined, null, '', '  '])('a key that is not set says so: %p', (key) => {
	expect(() => usableKey(key)).toThrow('holds no REST API key');
});
