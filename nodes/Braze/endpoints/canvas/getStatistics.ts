import { dateRange } from '../../parts/reportRange';
import { additionalFields, fields } from '../../parts/fields';
import { canvasId } from '../../parts/identifiers';
import { simplified, simplify } from '../../parts/simplify';
import type { Operation } from '../../pipeline/operation';
import { byRange } from '../../pipeline/send/range';
import { canvasDayItems, canvasRows } from '../../statistics/canvas';
import { breakdowns, deletedSteps } from './breakdown';

/** Days that Braze gives at once (Braze docs), and of each piece of a longer range: 14 failed where 13 did not. */
const MOST_DAYS = 14;
const DAYS_A_PIECE = 13;

export const getCanvasStatistics: Operation = {
	resource: 'canvas',
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get Canvas statistics',
	description: 'Get entries, sends, opens, clicks, conversions and revenue of a Canvas, day by day',
	endpoint: {
		method: 'GET',
		path: '/canvas/data_series',
		permission: 'canvas.data_series',
		effect: 'read',
		repeat: 'safe',
		parts: [
			fields({ ...canvasId, description: 'Canvas whose numbers to get' }),
			dateRange({ sendsEnd: true }),
			fields(...breakdowns),
			simplify(canvasDayItems),
			additionalFields(deletedSteps),
		],
		paging: byRange('data.stats', MOST_DAYS, DAYS_A_PIECE),
		output: simplified(canvasRows),
	},
};
