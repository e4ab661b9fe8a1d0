import type { IDataObject } from 'n8n-workflow';

import { SECRET_PARAMETER } from './authentication';
import type { Body } from './body';
import { ALL_EVENTS, isChosen } from './events/choice';
import { readableEvent } from './events/readable';
import { isRecord, joined, withoutNesting } from './records';
import type { Rec } from './records';
import type { Settings } from './settings';

/** What a request gives: items, or nothing, or a reason to refuse it. */
export type Reading = { items: Rec[] } | { refused: string };

/** @returns what the workflow starts with; it does not start where there are no items */
export function readRequest(settings: Settings, body: Body, query: IDataObject): Reading {
	switch (settings.source) {
		case 'currents':
			return readEvents(settings, body);
		case 'transactionalEmailPostback':
			return readPostbacks(settings, body, query);
		case 'segmentExport':
			return mapped(recordsIn(body), (record) => withQuery(record, query));
		case 'connectedContent':
		case 'webhookMessage':
			return { items: [withQuery(fieldsOf(body), query)] };
	}
}

function readEvents(settings: Settings, body: Body): Reading {
	const list = body.kind === 'json' && isRecord(body.value) && 'events' in body.value;
	const reading = recordsIn(list ? { kind: 'json', value: eventsOf(body.value) } : body);
	if ('refused' in reading) return reading;
	const stranger = reading.items.find(({ event_type: type }) => typeof type !== 'string');
	if (stranger) return { refused: 'An event of the body has no event_type' };
	const events = withoutRepeats(reading.items)
		.filter((event) => isWanted(event, settings))
		.map((event) => readableEvent(event, settings.isFlat));
	if (settings.isSplit || events.length === 0) return { items: events };
	return { items: [{ events }] };
}

/** @returns the list of a batch; a batch without one is Braze's way to ask whether the URL answers */
const eventsOf = (batch: object): object => (batch as { events: object | null }).events ?? [];

/** Braze may send an event twice: the ID tells, and an event without one is always new. */
function withoutRepeats(events: Rec[]): Rec[] {
	const seen = new Set<unknown>();
	return events.filter(({ id }) => {
		if (id === undefined || id === null || id === '') return true;
		if (seen.has(id)) return false;
		return seen.add(id);
	});
}

function isWanted(event: Rec, { events, campaigns, canvases }: Settings): boolean {
	if (!isChosen(event.event_type, events)) return false;
	if (campaigns === undefined && canvases === undefined) return true;
	const { campaign_id: campaign, canvas_id: canvas } = isRecord(event.properties)
		? event.properties
		: {};
	return isIn(campaigns, campaign) || isIn(canvases, canvas);
}

function readPostbacks(settings: Settings, body: Body, query: IDataObject): Reading {
	const { statuses, campaigns, isFlat } = settings;
	const reading = recordsIn(body);
	if ('refused' in reading) return reading;
	const items = reading.items
		.filter(({ status }) => statuses.includes(ALL_EVENTS) || isIn(statuses, status))
		.filter(({ metadata }) => {
			if (campaigns === undefined) return true;
			return isRecord(metadata) && isIn(campaigns, metadata.campaign_api_id);
		})
		.map((postback) => (isFlat ? withoutNesting(postback, ['metadata']) : postback))
		.map((postback) => withQuery(postback, query));
	return { items };
}

const isIn = (list: string[] | undefined, value: unknown): boolean =>
	typeof value === 'string' && (list ?? []).includes(value);

function mapped(reading: Reading, change: (record: Rec) => Rec): Reading {
	return 'refused' in reading ? reading : { items: reading.items.map(change) };
}

/** @returns the objects of a body: one, a list of them, or none */
function recordsIn(body: Body): Reading {
	if (body.kind === 'empty') return { items: [] };
	if (body.kind === 'other') return { refused: 'The body is no JSON object' };
	const records: unknown[] = Array.isArray(body.value) ? body.value : [body.value];
	const isComplete = records.every(isRecord);
	return isComplete ? { items: records } : { refused: 'The body is no list of JSON objects' };
}

/** @returns the fields of a body of any shape; what is no object stands under `body` */
function fieldsOf(body: Body): Rec {
	if (body.kind === 'empty') return {};
	return isRecord(body.value) ? body.value : { body: body.value };
}

/** A query is part of what was sent: of a GET it is all. */
const withQuery = (fields: Rec, query: IDataObject): Rec =>
	joined(fields, withoutSecret(query), 'query');

export const withoutSecret = (query: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(query).filter(([name]) => name !== SECRET_PARAMETER));
