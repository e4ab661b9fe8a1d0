import type { DocumentedAnswer } from './answer.cts';
import { TIME } from './statistics.cts';

/** Statistics of KPIs and purchases. */
export const kpis: DocumentedAnswer[] = [
	{
		title: 'a KPI of hours with an offset without its colon',
		operation: 'kpi.getStatistics',
		form: { kpi: 'sessions', unit: 'hour' },
		status: 200,
		body: { message: 'success', data: [{ time: '2026-01-01T05:00:00-0500', sessions: 3 }] },
		output: [{ time: '2026-01-01T05:00:00-05:00', sessions: 3 }],
	},
	{
		title: 'revenue as a number with a fraction',
		operation: 'purchase.getStatistics',
		status: 200,
		body: { message: 'success', data: [{ time: TIME, revenue: 10.25 }] },
		output: [{ time: '2026-01-01', product: 'Backpack', revenue: 10.25 }],
	},
];
