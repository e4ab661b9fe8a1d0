import { userItems } from './support.cts';
import { openTexts, sms } from './textForms.cts';

const { bench, smsTexts } = openTexts();

describe("Liquid in n8n's brackets", () => {
	test.each([
		"={% assign g = 'Hello' %}{{ g }}",
		'=Hi {{name}}',
		'=Hi {{ order.items[0].name }}',
		'={{ name }}',
		'=Hi {{ first_name | upcase }}',
		'=Hi {{${first_name}}}!',
		"={{ 'now' | date: '%Y' }}",
		'=Hi {{ $json.id | upcase }}',
		'Hi {{ $json.id | upcase }}',
	])('%s is refused', async (smsBody) => {
		const { error } = await bench.run({ parameters: sms(smsBody), items: userItems(1) });
		expect(error?.message).toContain("'SMS Body' holds Liquid in {{ }}");
		expect(bench.bodies()).toEqual([]);
	});

	test.each([
		['={{ `a ${`b ${$json.id}`} | upcase` }}', 'a b user-001 | upcase'],
		['={{ /a|size/.test($json.id) ? "it\'s | x" : "no | upcase" }}', 'no | upcase'],
		['={{ "say \\"hi | there\\"" }}', 'say "hi | there"'],
		['={{ /* name | upcase */ $json.id }}!', 'user-001!'],
		['={{ $json.nope || "you" }}', 'you'],
		['=Hi {{ 6 | 1 }}', 'Hi 7'],
		['=Hi {{ Math.PI > 3 }}', 'Hi true'],
		['={{ DateTime.fromISO("2030-06-01T12:00:00Z").year }}', '2030'],
	])('%s is JavaScript', async (smsBody, sent) => {
		const { error } = await bench.run({ parameters: sms(smsBody), items: userItems(1) });
		expect(error).toBeUndefined();
		expect(smsTexts()).toEqual([sent]);
	});
});
