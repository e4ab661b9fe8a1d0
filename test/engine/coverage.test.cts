import type { BrazeField } from '../../nodes/Braze/schema/field.ts';
import { messageObjects } from '../../nodes/Braze/messages/index.ts';
import {
	messageKeys,
	messageObjectFields,
	objectOfMessageKey,
	type ObjectFields,
} from '../../sandbox/schemas/index.cts';
import { find, wireKeys } from '../unit/messages/support.cts';
import { hasPath, sampleMessages } from './sampleMessages.cts';

/** Keys in keys with dots, `[]` behind a list: those alone that hold no others. */
function leaves(paths: string[]): string[] {
	const holders = new Set(
		paths.flatMap((path) => {
			const parts = path.split('.');
			return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('.'));
		}),
	);
	const isHolder = (path: string) => holders.has(path) || holders.has(`${path}[]`);
	return [...new Set(paths.filter((path) => !isHolder(path)))].sort();
}

/** Every key of an object of the sandbox, with the keys of the objects inside. */
function keysOf(fields: ObjectFields, at = ''): string[] {
	return Object.entries(fields).flatMap(([key, { types, objects }]) => {
		const isList = types.includes('array');
		const inside = objects.flatMap((name) =>
			keysOf(messageObjectFields[name], `${at}${key}${isList ? '[]' : ''}.`),
		);
		return [`${at}${key}`, ...inside];
	});
}

const objectOf = (wireKey: string): ObjectFields =>
	messageObjectFields[objectOfMessageKey[wireKey]];

describe('the node and the sandbox, each written on its own, know the same', () => {
	test('messages on send', () => {
		const known = messageObjects.map(({ wireKey }) => wireKey);
		// the Appboy document names the Windows pushes differently, which the sandbox takes on send as well
		const others = messageKeys.send.filter((key) => !known.includes(key));
		expect(others.sort()).toEqual(['windows8_push', 'windows_push']);
		expect(messageKeys.send).toEqual(expect.arrayContaining(known));
	});

	test('messages on schedule', () => {
		const known = messageObjects.flatMap(({ wireKey, scheduleWireKey }) =>
			scheduleWireKey === null ? [] : [scheduleWireKey ?? wireKey],
		);
		expect([...messageKeys.schedule].sort()).toEqual(known.sort());
	});

	test.each(messageObjects.map(({ name, wireKey }) => [name, wireKey]))(
		'fields of %s',
		(name, wireKey) => {
			expect(leaves(wireKeys(find(name).fields))).toEqual(leaves(keysOf(objectOf(wireKey))));
		},
	);

	test.each(messageObjects.map(({ name, wireKey }) => [name, wireKey]))(
		'choices of %s',
		(name, wireKey) => {
			const fields = objectOf(wireKey);
			const choicesOf = ({ options = [] }: BrazeField) =>
				options.flatMap((option) => ('value' in option ? [option.value] : []));
			const lists = find(name).fields.filter(
				({ type, wireKey: key }) => type === 'options' && key === undefined,
			);
			for (const field of lists) {
				const [key] = wireKeys([field]);
				expect([key, choicesOf(field).sort()]).toEqual([key, [...(fields[key].enum ?? [])].sort()]);
			}
		},
	);
});

test.each(messageObjects.map(({ name }) => name))('every field of %s is in a sample', (name) => {
	const wires = sampleMessages.filter((sample) => sample.name === name).map(({ wire }) => wire);
	// the variation of each channel has a test of its own
	const keys = leaves(wireKeys(find(name).fields)).filter((key) => key !== 'message_variation_id');
	const missing = keys.filter((path) => !wires.some((wire) => hasPath(wire, path)));
	expect(missing).toEqual([]);
});
