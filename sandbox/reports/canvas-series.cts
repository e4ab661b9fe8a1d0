import { flag } from '../schemas/queries.cts';
import type { Properties } from '../schemas/json-schema.cts';
import { identifier } from '../schemas/json-schema.cts';
import { designOf } from '../workspace/canvas-design.cts';
import type { SeedCanvas } from '../workspace/canvases.cts';
import { messageStats } from './channel-stats.cts';
import { moneyFor, numberFor, shareOf } from './numbers.cts';
import { seriesKeys } from './series.cts';
import { queryTime } from '../schemas/queries.cts';

/** What the series and the summary of a Canvas take. */
export const canvasSeriesKeys: Properties = {
	...seriesKeys,
	canvas_id: identifier,
	starting_at: queryTime,
	include_variant_breakdown: flag,
	include_step_breakdown: flag,
	include_deleted_step_data: flag,
};

type Query = Record<string, string>;

/** The numbers of a Canvas for a day, or for whatever `about` names. */
export function canvasStats(
	canvas: SeedCanvas,
	query: Query,
	about: string,
): Record<string, unknown> {
	const { variants, messageSteps } = designOf(canvas);
	const numbers = (...of: unknown[]) => {
		const entries = numberFor(300, canvas.id, about, ...of, 'entries');
		const conversions = shareOf(entries, 20, canvas.id, about, ...of);
		return {
			revenue: moneyFor(conversions * 40, canvas.id, about, ...of, 'revenue'),
			conversions,
			conversions_by_entry_time: conversions,
			entries,
		};
	};
	const ofVariants = variants.map(({ id, name }) => ({ id, name, ...numbers(id) }));
	const sum = (key: keyof ReturnType<typeof numbers>) =>
		Math.round(ofVariants.reduce((total, variant) => total + variant[key] * 100, 0)) / 100;
	const steps = messageSteps.map(({ id, name, variationId, messageKey }) => {
		const { entries, ...rest } = numbers(id);
		const messages = messageStats([{ variationId, messageKey }], [canvas.id, about]);
		return [id, { name, ...rest, unique_recipients: entries, messages }] as const;
	});
	return {
		total_stats: {
			revenue: sum('revenue'),
			conversions: sum('conversions'),
			conversions_by_entry_time: sum('conversions_by_entry_time'),
			entries: sum('entries'),
		},
		...(query.include_variant_breakdown === 'true' && {
			variant_stats: Object.fromEntries(ofVariants.map(({ id, ...variant }) => [id, variant])),
		}),
		...(query.include_step_breakdown === 'true' && { step_stats: Object.fromEntries(steps) }),
	};
}
