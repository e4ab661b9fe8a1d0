import { liquidParts, toLiquid } from '../../nodes/Braze/schema/liquid.ts';
import { isBareName, isFiltered, readsAsLiquid } from '../../nodes/Braze/schema/liquidInCode.ts';

describe('what reads as Liquid becomes Liquid', () => {
	test.each([
		['[[${first_name}]]', '{{${first_name}}}'],
		["Hi [[${first_name} | default: 'there']]!", "Hi {{${first_name} | default: 'there'}}!"],
		['[[ ${first_name} ]]', '{{ ${first_name} }}'],
		['[[custom_attribute.${Favourite Colour}]]', '{{custom_attribute.${Favourite Colour}}}'],
		['[[api_trigger_properties.${order_id}]]', '{{api_trigger_properties.${order_id}}}'],
		['[[context.${items}[0].name | upcase]]', '{{context.${items}[0].name | upcase}}'],
		['[[items[0]]]', '{{items[0]}}'],
		['[[items[index]]]', '{{items[index]}}'],
		['[[item["a b"].c]]', '{{item["a b"].c}}'],
		['[[count]]', '{{count}}'],
		['[[ price | times: 2 | round: 1 ]]', '{{ price | times: 2 | round: 1 }}'],
		["[['now' | date: '%Y']]", "{{'now' | date: '%Y'}}"],
		['[["now" | date: "%Y"]]', '{{"now" | date: "%Y"}}'],
		['[[ 5 | plus: 3 ]]', '{{ 5 | plus: 3 }}'],
		['[[- ${city} -]]', '{{- ${city} -}}'],
		['[[${a}]] and [[${b}]]', '{{${a}}} and {{${b}}}'],
		['[[content_blocks.${footer}]]', '{{content_blocks.${footer}}}'],
		['[[${set_user_to_unsubscribed_url}]]', '{{${set_user_to_unsubscribed_url}}}'],
		['[[ \n ${first_name}\n | default: "x" ]]', '{{ \n ${first_name}\n | default: "x" }}'],
		['{% if a %}[[b]]{% endif %}', '{% if a %}{{b}}{% endif %}'],
		['[[[${a}]]', '[{{${a}}}'],
	])('%s', (typed, sent) => {
		expect(toLiquid(typed)).toBe(sent);
	});
});

describe('what is no Liquid stays as it is', () => {
	test.each([
		'[[1,2]]',
		'[[1,2],[3,4]]',
		'[["a","b"]]',
		'[["a"]]',
		"[['a']]",
		'[[5]]',
		'[[]]',
		'[[ ]]',
		'[[true]]',
		'[[null]]',
		'[[a, b]]',
		'[[see below]]',
		'[[Terms and conditions]]',
		'[[{"a":1}]]',
		'[[{"a":1},{"b":2}]]',
		'{"grid": [[0,1],[1,0]]}',
		'<!--[if mso]><![endif]-->',
		'<![CDATA[ x ]]>',
		'Hi {{${first_name}}}!',
		'{{ [[a]] | x }}x'.replace('[[a]]', '[[1]]'),
		'[[ a',
		'a ]]',
		'{% assign x = 1 %}',
		'[ [a] ]',
		'[[a|b|]]',
		'[[1|2]]',
		'a[b[c]]',
		'[[a == b]]',
	])('%s', (text) => {
		expect(toLiquid(text)).toBe(text);
	});
});

test('a long text without a closing bracket takes no long time', () => {
	const start = performance.now();
	toLiquid(`${'[['.repeat(20_000)}a`);
	toLiquid(`[[${'a|b:'.repeat(20_000)}`);
	toLiquid(`[[a${' '.repeat(50_000)}b]]`);
	toLiquid(`[[a | b ${':'.repeat(20_000)}]`);
	expect(performance.now() - start).toBeLessThan(1000);
});

describe('Liquid where n8n expects code', () => {
	test.each([
		' first_name | upcase ',
		'items[0].name | size',
		'product["name"] | default: "x" | upcase',
		"'now' | upcase",
		'$json.name | downcase',
	])('is a name or a text with a filter: %s', (code) => {
		expect(isFiltered(code)).toBe(true);
	});

	test.each([
		'${first_name}',
		" ${city} | default: 'x'",
		'custom_attribute.${tier}',
		"x | date: '%Y'",
	])('is what is no JavaScript: %s', (code) => {
		expect(readsAsLiquid(code)).toBe(true);
	});

	test.each([' g ', 'name', 'order.items[0].name', '- name -', 'order["id"]'])(
		'may be a bare name: %s',
		(code) => {
			expect(isBareName(code)).toBe(true);
		},
	);

	test.each([
		'$json.a || "b"',
		'a || upcase',
		'`${$json.a} | upcase`',
		'`a ${`b ${$json.c} | size`} d`',
		'$json["a|b"]',
		"$json.a ? 'x | y' : 'z'",
		'5 | 3',
		'$json.flags | 4',
		'$json.flags | mask',
		'/a|size/.test($json.a)',
		'"it\'s | upcase"',
		'/* name | upcase */ $json.a',
		'$json.a.replace(/x|y/g, "|")',
		'name(1)',
		'$now',
	])('is not: %s', (code) => {
		expect(isFiltered(code)).toBe(false);
		expect(isBareName(code)).toBe(false);
	});
});

test('the parts of a text that are Liquid', () => {
	const text = 'a {% if b %}{{${c}}} {{ d }}{% endif %} {{ e';
	const parts = liquidParts(text);
	expect(parts.map(({ text: own }) => own).join('')).toBe(text);
	expect(parts.flatMap(({ text: own, isLiquid }) => (isLiquid ? [own] : []))).toEqual([
		'{% if b %}',
		'{{${c}}',
		'{{ d }}',
		'{% endif %}',
	]);
});
