import { NOW, openBench } from '../engine/support.cts';
import { choicesOf } from '../description/properties.cts';
import { choices, runWith, runWithEach, titled } from './kinds.cts';

const bench = openBench({ now: NOW });

const wrong = ['"none of them"', 'undefined', '""'];

describe.each(titled(choices))('%s, by an expression', (_name, field) => {
	const { property, value } = field;

	test(`refuses ${wrong.join(', ')} and names the options`, async () => {
		const { failed, sent } = await runWithEach(bench, field, wrong);
		expect(failed).toHaveLength(wrong.length);
		for (const failure of failed) {
			expect(failure).toContain(`'${property.displayName}'`);
			for (const { value: option } of choicesOf(property)) {
				expect(failure).toContain(String(option));
			}
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
