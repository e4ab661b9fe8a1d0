import { NOW, openBench } from '../engine/support.cts';
import {
	type PlacedIdentifier,
	identifiers,
	placedIdentifiers,
	runPlaced,
	runWith,
	runWithEach,
	titled,
} from './kinds.cts';
import { sampleOf } from '../samples/sample.cts';

const bench = openBench({ now: NOW });

const invisible = { before: '\\ufeff \\u200b', after: '\\u200d\\u00a0\\r\\n' };

/** Characters around what the sample has in a field, whether that is a text or an expression. */
const surrounded = (id: string): string => {
	const code = /^=\{\{(.*)\}\}$/s.exec(id)?.[1] ?? JSON.stringify(id);
	return `={{ "${invisible.before}" + ${code} + "${invisible.after}" }}`;
};

/** True, a number that has lost digits, one with decimals, words for what is not there, and what tables have in its place. */
const noIds = [
	'true',
	'12345678901234567891',
	'1.5',
	'"undefined"',
	'" null "',
	'"NaN"',
	'"#N/A"',
	'"NULL"',
	'"a\\u0007b"',
	'\'"id-1"\'',
	'"\'id-1\'"',
	'"“id-1”"',
	'"n/a"',
	'"user-" + $json["no such field"]',
];

const inLocator = (property: { type: string }, value: string): unknown =>
	property.type === 'resourceLocator' ? { __rl: true, mode: 'id', value } : value;

describe.each(titled(identifiers))('%s', (_name, field) => {
	const { property, id } = field;

	test('is trimmed of everything that nobody sees', async () => {
		const value = inLocator(property, surrounded(String(id)));
		const { error, sent, wire } = await runWith(bench, field, value);
		expect(error).toBeUndefined();
		expect(sent).toEqual(wire);
	});

	if (property.type === 'resourceLocator') {
		test('may be a locator without the mark of n8n', async () => {
			const { error, sent, wire } = await runWith(bench, field, { mode: 'id', value: id });
			expect(error).toBeUndefined();
			expect(sent).toEqual(wire);
		});
	}

	test(`is none of ${noIds.join(', ')}`, async () => {
		const { failed, sent } = await runWithEach(bench, field, noIds, (expression) =>
			inLocator(property, expression),
		);
		expect(failed.join()).not.toContain('cannot evaluate');
		expect(failed).toEqual(noIds.map(() => expect.stringContaining(`'${property.displayName}'`)));
		expect(sent).toEqual([]);
	});

	test('is no object in a text', async () => {
		const { error, sent } = await runWith(bench, field, inLocator(property, '=x{{ { a: 1 } }}'));
		expect(error?.message).toContain(`'${property.displayName}'`);
		expect(sent).toEqual([]);
	});

	test('of blanks alone is empty', async () => {
		const value = inLocator(property, '={{ " \\u200b\\ufeff" }}');
		const { error, sent, wire } = await runWith(bench, field, value);
		// an optional one is left out, a required one is asked for
		if (!error) expect(sent).not.toEqual(wire);
		else expect(error.message).toContain(`'${property.displayName}' is empty`);
		expect(JSON.stringify(sent)).not.toContain('\u200b');
	});
});

/** Blanks beside the expression, for which n8n makes one text of whatever it gives. */
const besideBlanks = ['={{ ["id-1", "id-2"] }} ', '=\n{{ ["id-1", "id-2"] }}'];

/** What a list of users says, which takes several. */
const apart = /"id-1"\}?,(?:\{"\w+":)?"id-2"/;

const placed = placedIdentifiers.map((field): [string, PlacedIdentifier] => [
	`${field.operation.resource}.${field.operation.value} ${field.path}`,
	field,
]);

test.each(placed)('%s is read as a list where an expression gives one', async (_name, field) => {
	for (const value of besideBlanks) {
		const { error, sent } = await runPlaced(bench, field, inLocator(field.property, value));
		const wire = JSON.stringify(sent);
		const said = `${error?.message} ${error?.description ?? ''}`;
		expect(wire).not.toMatch(/id-1,\s*id-2/);
		if (apart.test(wire)) continue;
		expect(sent).toEqual([]);
		// something else that the field needs may be missing before it
		if (!said.includes('is empty')) expect(said).toContain(field.property.displayName);
	}
});

/** Operations share most of their fields; the same one is looked at once. */
const different = [
	...new Map(
		placed.map((each) => [`${each[1].path} ${JSON.stringify(each[1].property.options)}`, each]),
	).values(),
];

test.each(different)(
	'%s leaves without what nobody sees, and is no word for nothing',
	async (_name, field) => {
		const padded = `={{ "${invisible.before}id-77${invisible.after}" }}`;
		const { sent } = await runPlaced(bench, field, inLocator(field.property, padded));
		expect(JSON.stringify(sent)).not.toMatch(/[\ufeff\u200b\u200d\u00a0]|\\[rn]"/);
		const codes = ['" undefined"', 'true', '12345678901234567891', '"#REF!"', '\'{"id":1}\''];
		const odd = inLocator(field.property, `={{ [${codes.join(', ')}][$itemIndex] }}`);
		const run = await runPlaced(bench, field, odd, codes.length);
		expect(run.sent).toEqual([]);
		expect(run.failed).toHaveLength(codes.length);
	},
);

test('there are IDs to walk over, in every sample that has some', () => {
	expect(identifiers.length).toBeGreaterThan(15);
	expect(placedIdentifiers.length).toBeGreaterThan(250);
	expect(identifiers.every(({ operation }) => sampleOf(operation))).toBe(true);
});
