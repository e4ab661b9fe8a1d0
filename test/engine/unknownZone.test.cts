import type { IDataObject } from 'n8n-workflow';

import { byId, NOW, openBench, shownBy, TRIGGERED_CAMPAIGN } from './support.cts';
import { eventForm, upsertForm } from './users/forms.cts';

const bench = openBench();

/** As GENERIC_TIMEZONE or a workflow's file may have it. */
const settings = { timezone: 'Berlin' };

const run = async (parameters: IDataObject) =>
	await bench.run({ parameters, settings, items: [{ id: 'user-001' }] });

const eventAt = (time?: unknown): IDataObject =>
	eventForm({ additionalFields: time === undefined ? {} : { time: time as string } });
const report = (more: IDataObject): IDataObject => ({
	resource: 'campaign',
	operation: 'getStatistics',
	campaignId: byId(TRIGGERED_CAMPAIGN),
	...more,
});

// what names the moment itself needs no zone
test.each<[string, IDataObject]>([
	['an event of now', eventAt()],
	['a time with its offset', eventAt('2026-03-29T02:30:00+02:00')],
	['a time with its own zone', eventAt('2026-03-29T12:30:00 Europe/Berlin')],
	['a number', eventAt(NOW)],
	['attributes', upsertForm({ attributesSource: 'json', attributes: '{"tier":"gold"}' })],
	['the last days', report({ dateRange: 'lastDays', days: 3 })],
])(
	'a time zone that is none stands in the way of nothing that needs none: %s',
	async (_what, form) => {
		const { error } = await run(form);
		expect(error).toBeUndefined();
		expect(JSON.stringify(bench.sandbox.requests)).not.toContain('Invalid');
		expect(bench.sandbox.requests).not.toHaveLength(0);
	},
);

test.each<[string, IDataObject]>([
	['Time', eventAt('2026-03-29T12:30:00')],
	['Time', eventAt('2026-03-29')],
	['Date Range', report({ dateRange: 'dates', startDate: '2026-03-29', endDate: '2026-03-30' })],
])('and is named where %s needs one', async (field, form) => {
	const { error } = await run(form);
	expect(shownBy(error)).toContain(
		`'${field}' is read in the time zone of the workflow, and there is no zone "Berlin". Choose the Timezone`,
	);
	expect(bench.sandbox.requests).toHaveLength(0);
});
