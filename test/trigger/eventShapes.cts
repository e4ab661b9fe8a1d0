import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

/**
 * The shapes of Currents events over HTTP, a row each: type, keys of `user`, groups of properties, own properties.
 * Written from the glossaries of the Braze docs and the sample payloads of Currents.
 */
const table = readFileSync(path.join(__dirname, 'event-shapes.tsv'), 'utf8').trim().split('\n');

/** Properties that many events share. */
const groups: Record<string, string> = {
	workspace: 'app_group_id:string',
	campaign:
		'campaign_id:string campaign_name:string message_variation_id:string message_variation_name:string',
	canvas:
		'canvas_id:string canvas_name:string canvas_step_id:string canvas_step_name:string canvas_variation_id:string canvas_variation_name:string',
	send: 'dispatch_id:string send_id:string',
	ad: 'ad_id:string ad_id_type:string ad_tracking_enabled:boolean',
};

/** Texts that hold JSON, as Braze sends them. */
export const jsonTexts: Record<string, unknown> = {
	conversion_behavior: { type: 'CustomEvent', custom_event_name: 'ordered' },
	custom_attributes: { tier: 'gold', sizes: [41, 42] },
	flow_response_json: { flow_token: 'flow-001', rating: 5 },
	message_extras: { experiment: 'a', order: '4711' },
	tool_arguments: { city: 'Berlin' },
};

const values: Record<string, unknown> = {
	email_address: 'user-001@example.com',
	phone_number: '+15555550101',
	to_phone_number: '+15555550101',
	user_phone_number: '+15555550101',
	inbound_phone_number: '+15555550100',
	from_phone_number: '+15555550100',
	machine_open: 'true',
};

function valueOf(name: string, type: string): unknown {
	if (name in jsonTexts) return JSON.stringify(jsonTexts[name]);
	if (name in values) return values[name];
	switch (type) {
		case 'string':
			return `some ${name}`;
		case 'integer':
			return 7;
		case 'number':
			return 52.5;
		case 'boolean':
			return false;
		case 'list':
			return [`some ${name}`];
		case 'object':
			return { size: 41, nested: { color: 'red' } };
		default:
			throw new Error(`${name} has the unknown type ${type}`);
	}
}

const users: Record<string, string> = {
	user_id: '64f000000000000000000001',
	external_user_id: 'user-001',
	device_id: 'device-001',
	timezone: 'Europe/Berlin',
};

const words = (cell: string): string[] => cell.split(' ').filter(Boolean);

/** 2026-09-21T14:13:20Z */
export const TIME = 1_790_000_000;
export const TIME_ISO = '2026-09-21T14:13:20.000Z';

/** One event of every shape, filled to the last property. */
export const events: IDataObject[] = table.slice(1).map((row, index) => {
	const [type, user = '', shared = '', own = ''] = row.split('\t');
	const properties = [...words(shared).flatMap((group) => words(groups[group])), ...words(own)];
	return {
		event_type: type,
		id: `0a1b2c3d-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
		time: TIME,
		...(user === ''
			? {}
			: { user: Object.fromEntries(words(user).map((key) => [key, users[key]])) }),
		properties: Object.fromEntries(
			properties.map((property) => {
				const [name, kind] = property.split(':');
				return [name, valueOf(name, kind)];
			}),
		),
	} as IDataObject;
});

/** @returns the event of a type, with changes */
export function eventOf(type: string, changes: IDataObject = {}): IDataObject {
	const event = events.find(({ event_type: each }) => each === type);
	if (!event) throw new Error(`there is no event ${type}`);
	return { ...structuredClone(event), ...changes };
}
