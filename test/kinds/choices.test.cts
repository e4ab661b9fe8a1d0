import { NOW, openBench } from '../engine/support.cts';
import { choicesOf } from '../description/properties.cts';
import { choices, runWith, titled } from './kinds.cts';

const bench = openBench({ now: NOW });

const wrong: Array<[string, string]> = [
	['another word', '={{ "none of them" }}'],
	['nothing', '={{ undefined }}'],
	['an empty text', '={{ "" }}'],
];

describe.each(titled(choices))('%s, by an expression', (_name, field) => {
	const { property, value } = field;

	test.each(wrong)('refuses %s and names the options', async (_what, expression) => {
		const { error, sent } = await runWith(bench, field, expression);
		expect(error?.message).toContain(`'${property.displayName}'`);
		for (const { value: option } of choicesOf(property)) {
			expect(`${error?.message} ${error?.description}`).toContain(String(option));
		}
		expect(sent).toEqual([]);
	});

	test('takes one of its options with blanks around it', async () => {
		const { error, sent, wire } = await runWith(bench, field, `={{ " ${String(value)}\\n" }}`);
		expect(error).toBeUndefined();
		expect(sent).toEqual(wire);
	});
});

test('there are lists to walk over', () => {
	expect(choices.length).toBeGreaterThan(20);
});
