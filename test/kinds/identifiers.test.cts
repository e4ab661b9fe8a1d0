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

/** True, a number that has lost digits, one with decimals, and words for what is not there. */
const noIds = ['true', '12345678901234567891', '1.5', '"undefined"', '" null "', '"NaN"'];
const blanks = '" \\u200b\\ufeff"';

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

	test(`is none of ${noIds.join(', ')}, and empty where it is blanks alone`, async () => {
		const { failed, sent, wire } = await runWithEach(
			bench,
			field,
			[...noIds, blanks],
			(expression) => inLocator(property, expression),
		);
		const ofIds = failed.slice(0, noIds.length);
		expect(ofIds).toEqual(noIds.map(() => expect.stringContaining(`'${property.displayName}'`)));
		// an optional one is left out, a required one is asked for
		const [ofBlanks] = failed.slice(noIds.length);
		if (ofBlanks === undefined) expect(sent).not.toEqual(wire);
		else expect(ofBlanks).toContain(`'${property.displayName}' is empty`);
		if (ofBlanks !== undefined) expect(sent).toEqual([]);
		expect(JSON.stringify(sent)).not.toContain('\u200b');
	});

	test('is no object in a text', async () => {
		const { error, sent } = await runWith(bench, field, inLocator(property, '=x{{ { a: 1 } }}'));
		expect(error?.message).toContain(`'${property.displayName}'`);
		expect(sent).toEqual([]);
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

test.each(placed)('%s is read as a list where an expression gives one', async (name, field) => {
	const value = besideBlanks[name.length % besideBlanks.length];
	const { error, sent } = await runPlaced(bench, field, inLocator(field.property, value));
	const wire = JSON.stringify(sent);
	const said = `${error?.message} ${error?.description ?? ''}`;
	expect(wire).not.toMatch(/id-1,\s*id-2/);
	if (apart.test(wire)) return;
	expect(sent).toEqual([]);
	// something else that the field needs may be missing before it
	if (!said.includes('is empty')) expect(said).toContain(field.property.displayName);
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
		const padded = `"${invisible.before}id-77${invisible.after}"`;
		const codes = [padded, '" undefined"', 'true', '12345678901234567891'];
		const value = inLocator(field.property, `={{ [${codes.join(', ')}][$itemIndex] }}`);
		const { sent, failedItems } = await runPlaced(bench, field, value, codes.length);
		expect(JSON.stringify(sent)).not.toMatch(/[\ufeff\u200b\u200d\u00a0]|\\[rn]"/);
		expect(failedItems).toEqual(expect.arrayContaining([1, 2, 3]));
	},
);

test('there are IDs to walk over, in every sample that has some', () => {
	expect(identifiers.length).toBeGreaterThan(15);
	expect(placedIdentifiers.length).toBeGreaterThan(250);
	expect(identifiers.every(({ operation }) => sampleOf(operation))).toBe(true);
});
