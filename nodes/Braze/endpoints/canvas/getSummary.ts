import { dateRange } from '../../parts/reportRange';
import { additionalFields, fields } from '../../parts/fields';
import { canvasId } from '../../parts/identifiers';
import { simplified, simplify } from '../../parts/simplify';
import type { Operation } from '../../pipeline/operation';
import { canvasRows, canvasSummaryItems } from '../../statistics/canvas';
import { breakdowns, deletedSteps } from './breakdown';
import { answersWithObject } from '../../pipeline/send/success';

/** Days that Braze sums up (Braze docs). Sums of several ranges would count people twice, so a longer one is refused. */
const MOST_DAYS = 14;

export const getCanvasSummary: Operation = {
	resource: 'canvas',
	value: 'getSummary',
	name: 'Get Summary',
	action: 'Get Canvas summary',
	description: 'Get the numbers of a Canvas, summed up over at most 14 days',
	endpoint: {
		method: 'GET',
		path: '/canvas/data_summary',
		permission: 'canvas.data_summary',
		effect: 'read',
		repeat: 'safe',
		success: answersWithObject('data'),
		parts: [
			fields({ ...canvasId, description: 'Canvas whose numbers to get' }),
			dateRange({ mostDays: MOST_DAYS, sendsEnd: true }),
			fields(...breakdowns),
			simplify(canvasSummaryItems),
			additionalFields(deletedSteps),
		],
		output: simplified(canvasRows),
	},
};
