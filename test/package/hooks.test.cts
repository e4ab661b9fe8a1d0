import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const tests = path.resolve(__dirname, '..');
const helpers = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter(
	(file) => file.endsWith('.cts') && !file.endsWith('.test.cts'),
);

test('no hook stands at the top of a file that tests share: it would hold for the first of them only', () => {
	const withHook = helpers.filter((file) =>
		/^(?:before|after)(?:Each|All)\(/m.test(readFileSync(path.join(tests, file), 'utf8')),
	);
	expect(helpers.length).toBeGreaterThan(100);
	expect(withHook).toEqual([]);
});
