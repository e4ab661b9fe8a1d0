import { BrazeTrigger } from '../../nodes/BrazeTrigger/BrazeTrigger.node.ts';
import { labelPlaces, widthOf } from './labelWidths.cts';
import { properties } from './properties.cts';

test.each([
	['Braze', properties],
	['Braze Trigger', new BrazeTrigger().description.properties],
])('n8n shows every label of %s whole', (_node, list) => {
	const labels = labelPlaces(list);
	expect(labels.length).toBeGreaterThan(5);
	const cut = labels.filter(({ label, room }) => !(widthOf(label) <= room));
	expect(
		cut.map(({ path, label, room }) => `${path}: ${label}, ${widthOf(label)} of ${room}`),
	).toEqual([]);
});
