import { readdirSync } from 'node:fs';
import path from 'node:path';

// In one suite, so that all tests share a browser with n8n's editor loaded.
for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.e2e.cts'))) {
	describe(file, () => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		require(path.join(__dirname, file));
	});
}
