import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { saveWithBraze } from '../playground/workflows.cts';
import { labelPlaces, widthOf } from '../test/description/labelWidths.cts';
import { choicesOf, fieldListsOf, properties, showOf } from '../test/description/properties.cts';
import { labelsOnScreen } from './labelsOnScreen.cts';
import type { LabelOnScreen } from './labelsOnScreen.cts';
import { shareWorld } from './world.cts';

const world = shareWorld();

/** Windows as people have them; n8n gives the form the same width in both. */
const WIDTHS = [1280, 1440];
/** Kerning makes a text a little narrower than its letters. */
const KERNING = 3;
/** Labels of a form with every channel, every field, and a row in every list. */
const MOST_LABELS = 250;

/** A value for every field: its default, all fields of a collection, and one row in each list. */
const filled = (list: INodeProperties[]): IDataObject =>
	Object.fromEntries(list.map((property) => [property.name, valueOf(property)]));

function valueOf(property: INodeProperties): IDataObject[string] {
	const { type, typeOptions, options = [] } = property;
	const lists = fieldListsOf(property).map(filled);
	if (type === 'collection') return lists[0];
	if (type !== 'fixedCollection') return property.default as IDataObject[string];
	const groups = lists.map((fields, index) => [
		options[index].name,
		typeOptions?.multipleValues ? [fields] : fields,
	]);
	return Object.fromEntries(groups) as IDataObject;
}

const ofSend = properties.filter((property) => {
	const { resource = ['message'], operation = ['send'] } = showOf(property) as Record<
		string,
		string[]
	>;
	return resource.includes('message') && operation.includes('send');
});

test('no label of the largest form is cut, and what the test of the other forms measures with holds', async () => {
	const { editor, client } = world;
	const [credential] = await client.credentials();
	const channels = ofSend.find(({ name }) => name === 'channels');
	if (!channels) throw new Error('No channels');
	const id = await saveWithBraze(
		client,
		'Labels',
		{
			...filled(ofSend),
			sendTo: 'userList',
			audience: 'build',
			applePushAlertType: 'object',
			channels: choicesOf(channels).map(({ value }) => value),
		},
		credential,
	);
	await editor.openWorkflow(id);
	await editor.openNode('Braze');

	const places = labelPlaces(ofSend);
	for (const width of WIDTHS) {
		await editor.page.setViewportSize({ width, height: 900 });
		const labels = await labelsOnScreen(editor.page, MOST_LABELS);
		expect(labels.filter(({ text, shown }) => text > shown)).toEqual([]);
		const measured = ({ label, text, room }: LabelOnScreen): boolean =>
			Math.abs(widthOf(label) - text) <= KERNING &&
			places.some((place) => place.label === label && place.room === room);
		const known = new Set(places.map(({ label }) => label));
		const compared = labels.filter(({ label }) => known.has(label));
		expect(compared.length).toBeGreaterThan(150);
		expect(compared.filter((label) => !measured(label))).toEqual([]);
	}
});
