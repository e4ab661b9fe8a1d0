import { toPairs } from '../../nodes/Braze/schema/pairs.ts';

const read = (...names: string[]) =>
	toPairs({ assignments: names.map((name) => ({ name, value: 1, type: 'number' })) }, 'Pairs');

test.each([
	[`['size [cm]']`, 'size [cm]'],
	[`customer['First Name']`, 'customer.First Name'],
	[`lines[0]["a.b"].c`, 'lines[0].a.b.c'],
	[`Größe['x y']`, 'Größe.x y'],
	[String.raw`['it\'s [x]']`, "it's [x]"],
	['customer.name', 'customer.name'],
	['lines[0]', 'lines[0]'],
	[`['a', 'b']`, `['a', 'b']`],
	[`sizes ['S']`, `sizes ['S']`],
	[`['']`, `['']`],
])('a column dragged onto pairs as %s is the key %s', (name, key) => {
	expect(Object.keys(read(name))).toEqual([key]);
});

test('a name as n8n writes it and as it is are one name', () => {
	expect(() => read('a b', `['a b']`)).toThrow('has the name "a b" twice');
});
