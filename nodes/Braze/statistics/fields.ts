import { fromListOrById, segmentId } from '../parts/identifiers';
import type { BrazeField } from '../schema/field';

export const unit: BrazeField = {
	displayName: 'Unit',
	name: 'unit',
	type: 'options',
	default: 'day',
	description: 'Whether each number is of a day or of an hour',
	options: [
		{ name: 'Day', value: 'day' },
		{ name: 'Hour', value: 'hour' },
	],
};

export const ofApp: BrazeField = {
	displayName: 'App ID',
	name: 'appId',
	type: 'string',
	identifier: true,
	default: '',
	narrows: true,
	description: 'Count this app only; without it, all apps of the workspace',
};

export const ofSegment: BrazeField = {
	...segmentId,
	modes: fromListOrById('searchTrackedSegments'),
	description: 'Count the members of this segment only; its analytics tracking must be on',
};
