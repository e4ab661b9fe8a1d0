import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { operations } from '../nodes/Braze/endpoints/index.ts';
import { SHARED_RATE_LIMIT } from '../nodes/Braze/endpoints/rateLimits.ts';
import { pickerPermissions } from '../nodes/Braze/pickers/index.ts';
import { permissionsOf } from '../nodes/Braze/pipeline/operation.ts';
import { resources } from '../nodes/Braze/endpoints/resources.ts';
import type { Endpoint, Operation } from '../nodes/Braze/pipeline/operation.ts';

/** The README, whose tables are made from the operations. */
export const readmeFile = path.resolve(__dirname, '../README.md');

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

/** A cell about the endpoint of an operation, and about the one that an option chooses in its place. */
const either = (
	alternative: Operation['alternative'],
	endpoint: Endpoint,
	cell: (endpoint: Endpoint) => string,
): string =>
	alternative
		? `${cell(endpoint)}; _${alternative.option.displayName}_: ${cell(alternative.endpoint)}`
		: cell(endpoint);

/** What the node can do, resource by resource, and what each operation needs. */
export function operationsTable(): string {
	const rows = resources.flatMap(({ value, label }) =>
		operations
			.filter(({ resource }) => resource === value)
			.map(({ name: operation, description, endpoint, alternative }) =>
				row(
					label,
					operation,
					description.replace(/\|/g, '\\|'),
					either(alternative, endpoint, (each) =>
						permissionsOf(each)
							.map((permission) => `\`${permission}\``)
							.join(', '),
					),
					either(alternative, endpoint, ({ rateLimit }) => rateLimit ?? SHARED_RATE_LIMIT),
				),
			),
	);
	return [
		row('Resource', 'Operation', 'What it does', 'Permission of the key', "Braze's limit"),
		row('---', '---', '---', '---', '---'),
		...rows,
	].join('\n');
}

/** What the form offers to choose from a list, and what a key needs for it. */
export function pickersTable(): string {
	const rows = Object.entries(pickerPermissions).map(([what, permission]) =>
		row(what, `\`${permission}\``),
	);
	return [row('Chosen from a list', 'Permission of the key'), row('---', '---'), ...rows].join(
		'\n',
	);
}

const between = (name: string): RegExp =>
	new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);

/** @returns the README with its tables as the operations and the pickers have them now */
export const withTables = (readme: string): string =>
	Object.entries({ operations: operationsTable(), pickers: pickersTable() }).reduce(
		(text, [name, table]) =>
			text.replace(between(name), (_whole, open: string, close: string) =>
				[open, table, close].join('\n\n'),
			),
		readme,
	);

if (require.main === module)
	writeFileSync(readmeFile, withTables(readFileSync(readmeFile, 'utf8')));
