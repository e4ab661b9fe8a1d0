import { Settings } from 'luxon';

import { checkSchedule } from '../../nodes/Braze/parts/schedule.ts';
import { byRange } from '../../nodes/Braze/pipeline/send/range.ts';
import { isoTime } from '../../nodes/Braze/schema/isoTime.ts';
import { isIsoText, nowIn, toInstant } from '../../nodes/Braze/schema/time.ts';

const before = Settings.defaultZone;
const realNow = Settings.now;
beforeAll(() => {
	Settings.now = () => Date.UTC(2026, 0, 16, 12);
});
afterAll(() => {
	Settings.now = realNow;
	Settings.defaultZone = before;
});

const refusal = (act: () => unknown): string => {
	try {
		return JSON.stringify(act());
	} catch (error) {
		return (error as Error).message;
	}
};

/** All that reads or writes a time without being told whose clocks are meant. */
const results = (): unknown => {
	const series = byRange('data', 100);
	return {
		answered: isoTime('2026-01-16T00:00:00'),
		withBlank: isoTime('2026-01-16 00:00:00'),
		isText: isIsoText('2026-01-31T10:00:00'),
		now: nowIn('Asia/Tokyo', 'Time').toISO(),
		moment: toInstant(Date.UTC(2026, 0, 1), 'Asia/Tokyo', 'Time'),
		firstPiece: series.first(undefined, { length: 300 }),
		nextPiece: series.next({
			index: 0,
			added: { ending_at: '2026-01-16T12:00:00' },
			query: { length: 300 },
		} as never),
		twice: refusal(() => toInstant('2026-10-25T02:30:00', 'Europe/Berlin', 'Time')),
		passed: refusal(() => checkSchedule({ time: '2026-01-15T12:00:00Z' })),
	};
};

// n8n sets luxon's zone, which all workflows of the process share, to the one of the workflow at hand, whatever that is
test.each(['America/New_York', 'Asia/Tokyo', 'Berlin'])(
	'another workflow in the zone %s changes no time of this one',
	(zone) => {
		Settings.defaultZone = 'utc';
		const expected = results();
		expect(expected).toMatchObject({ passed: expect.stringContaining('has passed') });
		Settings.defaultZone = zone;
		expect(results()).toEqual(expected);
	},
);
