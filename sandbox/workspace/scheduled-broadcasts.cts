import { identifier, integer, list, object, oneOf, string } from '../schemas/json-schema.cts';

/** Something scheduled in the dashboard. */
export interface SeedScheduledBroadcast {
	id: string;
	name: string;
	type: 'Canvas' | 'Campaign';
	tags?: string[];
	/** local_time_zones, intelligent_delivery or the company's time zone. */
	schedule_type: string;
	/** Days after the sandbox's start, and the time of that day. */
	in_days: number;
	time: string;
	/** Left out for a single send. */
	repeats_every_days?: number;
}

export const scheduledBroadcastSchema = object(
	'scheduled broadcast',
	{
		id: identifier,
		name: string,
		type: oneOf('Canvas', 'Campaign'),
		tags: list(string),
		schedule_type: identifier,
		in_days: integer,
		time: { type: 'string', format: 'time' },
		repeats_every_days: { type: 'integer', minimum: 1 },
	},
	['id', 'name', 'type', 'schedule_type', 'in_days', 'time'],
);
