import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';

import { itemFor, name } from './plainPathItems.cts';

const isIdentifier = (key: string): boolean => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key);

/** One step of a path, in one of the ways people write it. */
const written = (key: string): fc.Arbitrary<string> =>
	fc.constantFrom(
		`["${key}"]`,
		`['${key}']`,
		`[ "${key}" ]`,
		`[${JSON.stringify(key)}]`,
		...(isIdentifier(key) ? [`.${key}`, `.${key}`, `.${key}`, `?.${key}`, ` .${key}`] : []),
		...(/^\d+$/.test(key) ? [`[${key}]`] : []),
	);

/** Words around expressions, brackets and backslashes included. */
const words = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.constantFrom('Hi ', ', order ', 'user-', '/', ' ', '\n', '<p>\t</p>'),
	},
	fc.constantFrom(
		'{',
		'}',
		'}}',
		'\\',
		'\\\\',
		'\\{{',
		'{% if a %}',
		'[[',
		']]',
		'$',
		'`',
		'"',
		"'",
	),
	fc.constantFrom(
		'.constructor',
		'. constructor',
		'$if(',
		'.first(',
		'${a}',
		'{{',
		'={{ 1 }}',
		'\u2028',
	),
	fc.string({ unit: 'binary', maxLength: 6 }),
);

const frame = fc.oneof(
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			...['={{ # }}', '={{ # }}', '={{#}}', '={{  #\n}}', '={{ # }} ', '= {{ # }}', '={{ #; }}'],
			...['={{ (#) }}', '=x{{ # }}', '={{ # }}{{ # }}', '={{ #.length }}', '=#', '#'],
		),
	},
	fc.array(words, { minLength: 1, maxLength: 4 }).map((between) => `=${between.join('{{ # }}')}`),
);

export interface Example {
	expression: string;
	items: INodeExecutionData[];
}

export const example: fc.Arbitrary<Example> = fc
	.array(name, { minLength: 1, maxLength: 3 })
	.chain((path) =>
		fc.record({
			expression: fc
				.tuple(frame, ...path.map(written))
				.map(([around, ...steps]) => around.replaceAll('#', () => `$json${steps.join('')}`)),
			items: fc.array(itemFor(path), { minLength: 1, maxLength: 4 }),
		}),
	);
