import { sampleMessages } from './sampleMessages.cts';
import { failuresIn, messageForm, openBench, toErrorOutput, type Parameters } from './support.cts';
import { find } from '../unit/messages/support.cts';

const bench = openBench();

/** The first whole message of each channel, and what its form must be filled with. */
const channels = [...new Map(sampleMessages.map((each) => [each.name, each])).values()].map(
	({ name, form }): [string, Parameters] => [name, form as Parameters],
);

const textsOf = (name: string): string[] =>
	find(name)
		.fields.filter(({ type, required, identifier, wire }) => {
			return type === 'string' && required && !identifier && !wire;
		})
		.map((field) => `${name}${field.name[0].toUpperCase()}${field.name.slice(1)}`);

test.each(channels)('a %s whose text is blanks alone does not leave', async (name, form) => {
	const texts = textsOf(name).filter((text) => form[text] !== undefined);
	for (const text of texts) {
		const { output } = await bench.run({
			parameters: { ...messageForm(), ...form, channels: [name], [text]: '={{ $json.text }}' },
			items: [{ id: 'user-001', text: '  ' }],
			node: toErrorOutput,
		});
		expect([text, failuresIn(output[1])]).toEqual([text, [expect.stringContaining('is empty')]]);
	}
	expect(bench.sandbox.requests).toEqual([]);
});

test('there are texts to leave blank', () => {
	expect(channels.flatMap(([name]) => textsOf(name)).length).toBeGreaterThan(8);
});
