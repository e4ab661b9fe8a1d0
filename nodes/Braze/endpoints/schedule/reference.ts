import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { describeFlat } from '../../schema/describe';
import type { BrazeField, BrazeObject } from '../../schema/field';
import { writeObject } from '../../schema/write';
import type { WriteContext } from '../../schema/write';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { scheduleId } from '../../parts/identifiers';
import { chosenType, showType, triggerTypes } from './types';

/** Names a schedule that Create made. */
export const scheduleReference: BrazeObject = {
	name: '',
	displayName: '',
	fields: [scheduleId],
};

const referenceWith = (triggered: BrazeField | undefined): BrazeObject => ({
	...scheduleReference,
	fields: triggered ? [triggered, scheduleId] : [scheduleId],
});

/** @returns the part of the form that names a schedule, for an operation */
export const describeScheduleReference = (operation: string[]): INodeProperties[] => [
	...triggerTypes.flatMap((type) =>
		describeFlat(
			referenceWith(type.triggered),
			showType(operation, type),
			type.triggered ? [type.triggered] : [],
		),
	),
	...describeFlat(scheduleReference, { resource: ['schedule'], operation }),
];

/** @returns the keys of a body that name the schedule of the item at hand */
export const readScheduleReference = (
	parameters: ItemParameters,
	writing: WriteContext,
): IDataObject =>
	writeObject(referenceWith(chosenType(parameters).triggered), parameters.read, writing);
