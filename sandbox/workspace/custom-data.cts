import { identifier, integer, list, object, string, boolean } from '../schemas/json-schema.cts';
import type { Users } from './users.cts';

/** A custom attribute as the dashboard knows it. */
export interface SeedCustomAttribute {
	name: string;
	description?: string;
	data_type: string;
	array_length?: number;
	status?: string;
	tag_names?: string[];
}

/** A custom event as the dashboard knows it. */
export interface SeedCustomEvent {
	name: string;
	description?: string;
	included_in_analytics_report?: boolean;
	status?: string;
	tag_names?: string[];
}

export const customAttributeSchema = object(
	'custom attribute',
	{
		name: identifier,
		description: string,
		data_type: identifier,
		array_length: integer,
		status: string,
		tag_names: list(string),
	},
	['name', 'data_type'],
);

export const customEventSchema = object(
	'custom event',
	{
		name: identifier,
		description: string,
		included_in_analytics_report: boolean,
		status: string,
		tag_names: list(string),
	},
	['name'],
);

const byName = <Item extends { name: string }>(items: Item[]): Item[] =>
	items.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));

/** Custom attributes and events come into being when something is written under their name. */
export class CustomData {
	constructor(
		private readonly seededAttributes: readonly SeedCustomAttribute[],
		private readonly seededEvents: readonly SeedCustomEvent[],
		private readonly users: Users,
	) {}

	/** Those of the seed and those that some user has, by name. */
	attributes(): SeedCustomAttribute[] {
		const all = new Map(this.seededAttributes.map((one) => [one.name, one]));
		for (const { custom_attributes: values } of this.users.everyone()) {
			for (const [name, value] of Object.entries(values)) {
				if (!all.has(name)) all.set(name, { name, data_type: detected(value) });
			}
		}
		return byName([...all.values()]);
	}

	/** Those of the seed and those that some user did, by name. */
	events(): SeedCustomEvent[] {
		const all = new Map(this.seededEvents.map((one) => [one.name, one]));
		for (const { events } of this.users.everyone()) {
			for (const { name } of events) if (!all.has(name)) all.set(name, { name });
		}
		return byName([...all.values()]);
	}
}

const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function detected(value: unknown): string {
	const isObjects = Array.isArray(value) && value.some((one) => typeof one === 'object');
	if (isObjects) return 'Object Array (Automatically Detected)';
	if (Array.isArray(value)) return 'Array (Automatically Detected)';
	if (typeof value === 'object') return 'Object (Automatically Detected)';
	if (typeof value === 'string' && TIME.test(value)) return 'Date or Time (Automatically Detected)';
	const type = typeof value;
	return `${type[0].toUpperCase()}${type.slice(1)} (Automatically Detected)`;
}
