import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { operations } from '../nodes/Braze/endpoints/index.ts';
import { SHARED_RATE_LIMIT } from '../nodes/Braze/endpoints/rateLimits.ts';
import { resources } from '../nodes/Braze/endpoints/resources.ts';

/** The README, whose tables are made from the operations. */
export const readmeFile = path.resolve(__dirname, '../README.md');

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

/** What the node can do, resource by resource, and what each operation needs. */
export function operationsTable(): string {
	const rows = resources.flatMap(({ value, label }) =>
		operations
			.filter(({ resource }) => resource === value)
			.map(({ name: operation, description, endpoint }) =>
				row(
					label,
					operation,
					description.replace(/\|/g, '\\|'),
					`\`${endpoint.permission}\``,
					endpoint.rateLimit ?? SHARED_RATE_LIMIT,
				),
			),
	);
	return [
		row('Resource', 'Operation', 'What it does', 'Permission of the key', "Braze's limit"),
		row('---', '---', '---', '---', '---'),
		...rows,
	].join('\n');
}

const markers = /(<!-- operations -->)[\s\S]*?(<!-- \/operations -->)/;

/** @returns the README with its table as the operations have it now */
export const withTables = (readme: string): string =>
	readme.replace(markers, (_whole, open: string, close: string) =>
		[open, operationsTable(), close].join('\n\n'),
	);

if (require.main === module) writeFileSync(readmeFile, withTables(readFileSync(readmeFile, 'utf8')));
