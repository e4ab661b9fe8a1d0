import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import type { INodeProperties } from 'n8n-workflow';

import { description, properties, showOf } from './properties.cts';

/** Every editor loads the description, and every agent reads it. */
const MOST_BYTES = 280_000;
const MOST_GZIPPED_BYTES = 50_000;

/** Bytes by operation when they were last looked at; `UPDATE_FORM=1 npx jest test/description/size` writes them anew. */
const file = path.join(__dirname, 'sizes.json');

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** The share of each operation in the form; what operations share is divided among them. */
function sizes(): Record<string, number> {
	const shares: Record<string, number> = {};
	for (const property of properties) {
		const users = statesOf(property);
		for (const user of users) {
			shares[user] = (shares[user] ?? 0) + bytesOf(property) / users.length;
		}
	}
	const rounded = Object.entries(shares).map(([name, bytes]): [string, number] => [
		name,
		Math.round(bytes),
	]);
	return Object.fromEntries(rounded.sort(([a], [b]) => a.localeCompare(b)));
}

function statesOf(property: INodeProperties): string[] {
	const { resource = ['all'], operation = ['all'] } = showOf(property) as Record<string, string[]>;
	return resource.flatMap((one) => operation.map((other) => `${one}.${other}`));
}

test('the description stays small', () => {
	const now = sizes();
	if (process.env.UPDATE_FORM === '1') {
		writeFileSync(file, `${JSON.stringify(now, null, '\t')}\n`);
	}
	const before = existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>)
		: {};
	const grown = Object.entries(now)
		.map(([name, bytes]): [string, number] => [name, bytes - (before[name] ?? 0)])
		.filter(([, more]) => more > 0)
		.sort(([, a], [, b]) => b - a)
		.map(([name, more]) => `${name}: +${more}`);
	const total = bytesOf(description);
	const gzipped = gzipSync(JSON.stringify(description)).byteLength;
	const isSmall = total < MOST_BYTES && gzipped < MOST_GZIPPED_BYTES;
	expect(isSmall ? [] : [`${total} bytes, ${gzipped} gzipped`, ...grown]).toEqual([]);
});
