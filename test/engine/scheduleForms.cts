import type { Parameters } from './support.cts';

export const time = '2099-01-31T09:00:00';
export const settings = { timezone: 'Europe/Berlin' };
/** The schedule of `time` under `settings`. */
export const inBerlin = { time: '2099-01-31T08:00:00Z' };

/** The form of a schedule, whose type is the resource that is scheduled. */
export const scheduleForm = (type: string, operation: string, more: Parameters): Parameters => ({
	...more,
	resource: 'schedule',
	operation: `${operation}${type[0].toUpperCase()}${type.slice(1)}`,
});
