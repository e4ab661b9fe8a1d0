import { channels } from '../../../nodes/Braze/parts/channels.ts';
import { messageObjects } from '../../../nodes/Braze/messages/index.ts';
import { draw, type Drawn } from './support.cts';

/** Every property of a form, however deep, with a path to name it. */
function properties(drawn: Drawn[], at: string): Array<[string, Drawn]> {
	return drawn.flatMap((property) => {
		const path = `${at} > ${property.displayName}`;
		const inside = (property.options ?? []).flatMap((option) => option.values ?? []);
		const collected = property.type === 'collection' ? (property.options ?? []) : [];
		return [[path, property] as [string, Drawn], ...properties([...inside, ...collected], path)];
	});
}

const drawn = messageObjects.flatMap((object) => properties(draw(object), object.name));

const SMALL_WORDS = [
	'a',
	'and',
	'as',
	'at',
	'by',
	'from',
	'in',
	'of',
	'on',
	'or',
	'the',
	'to',
	'with',
];
const isTitleCase = (label: string): boolean =>
	label
		.split(/[ /-]+/)
		.filter((word) => word !== '' && word !== 'iOS')
		.every((word, index) => /^[(A-Z\d]/.test(word) || (index > 0 && SMALL_WORDS.includes(word)));

/** Kinds of fields that show what they are about: their choices, their rows. */
const SHOWN = ['options', 'fixedCollection'];

/** Labels that say all there is to say. */
const OBVIOUS =
	/(?: Body| Color| Fields| Image URI|App ID|Button URL|Code|Description|From|Image URL|JSON\)|Language|Name|Text|Timestamp|Title|Tokens|URL|Variation)$/;

describe('the texts', () => {
	it.each(drawn)('%s', (path, { displayName, description, placeholder, type, options }) => {
		expect(isTitleCase(displayName)).toBe(true);
		const obvious = SHOWN.includes(type ?? '') || OBVIOUS.test(path);
		if (!obvious) expect(description).toBeTruthy();
		const adds = type === 'collection' || type === 'fixedCollection';
		expect(placeholder ?? (adds ? '' : 'e.g. ')).toMatch(adds ? /^Add [A-Z]/ : /^e\.g\. /);
		if (type === 'boolean') expect(description).toMatch(/^Whether /);
		if (description !== undefined) {
			expect(description).not.toMatch(/\.$|\. [A-Z]/);
			expect(description).toMatch(/^[A-Z\d]/);
			expect(description).not.toBe(displayName);
		}
		if (type === 'options') {
			const choices = (options ?? []).map(({ name }) => name);
			expect(choices.filter((choice) => !isTitleCase(choice))).toEqual([]);
			if (choices.length >= 5) {
				expect(choices).toEqual([...choices].sort((a, b) => a.localeCompare(b)));
			}
		}
	});

	it('stay small, since the editor loads all of them', () => {
		const form = JSON.stringify(channels('send').describe({ resource: ['message'] }));
		expect(Buffer.byteLength(form)).toBeLessThan(64_000);
	});
});
