import type { Part } from '../../pipeline/part';
import { rule } from '../fields';
import { properties } from '../properties';
import type { PropertySource } from '../properties';
import { telling } from '../telling';
import { checkPropertyNames, refuseWholeEvent, tellLongTexts } from './properties';

/** @returns the parts that take the properties of an event or of a purchase, and hold them against what Braze takes */
export function trackedProperties(source: Omit<PropertySource, 'wireKey'>): Part[] {
	const { displayName } = source;
	return [
		rule(({ wire }) => refuseWholeEvent(wire, displayName)),
		telling(properties({ ...source, wireKey: 'properties' }), tellLongTexts),
		rule(({ wire }) => checkPropertyNames(wire, displayName)),
	];
}
