import type { IDataObject } from 'n8n-workflow';

import type { Asked } from '../../pipeline/operation';

/** @returns the output of a cancelled schedule, as n8n's nodes answer a Delete */
export const deletedSchedule = (answer: IDataObject, { request }: Asked): IDataObject[] => [
	{ deleted: true, schedule_id: request.body.schedule_id, ...answer },
];

/** @returns the output of a changed schedule, which names it as Create does */
export const withScheduleId = (answer: IDataObject, { request }: Asked): IDataObject[] => [
	{ schedule_id: request.body.schedule_id, ...answer },
];
