import { BrazeError } from '../errors.cts';
import { identifier, list, object, oneOf, string } from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';
import { isoSeconds } from './dates.cts';
import type { Workspace } from './workspace.cts';

/** An integration of Cloud Data Ingestion. */
export interface Integration {
	integration_id: string;
	integration_name: string;
	integration_type: string;
	warehouse_type: string;
	contact_emails?: string[];
	/** Syncs that the sandbox was asked for, the latest first: epoch milliseconds of their start. */
	syncs?: number[];
}

export const integrationSchema = object(
	'integration',
	{
		integration_id: identifier,
		integration_name: identifier,
		integration_type: oneOf('custom_attributes', 'custom_events', 'purchases', 'catalogs'),
		warehouse_type: string,
		contact_emails: list(string),
	},
	['integration_id', 'integration_name', 'integration_type', 'warehouse_type'],
);

export function openIntegrations(seeded: readonly Integration[]): Collection<Integration> {
	return new Collection(seeded, ({ integration_id: id }) => id);
}

/** How long a sync takes here. */
const SYNC_MS = 60_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The integration of a request; refused where there is none. */
export function knownIntegration(workspace: Workspace, id: string): Integration {
	const integration = workspace.integrations.find(id);
	if (integration) return integration;
	if (!UUID.test(id)) throw new BrazeError(400, 'Invalid integration ID');
	throw new BrazeError(404, 'Integration not found');
}

export function isSyncing({ syncs = [] }: Integration, now: number): boolean {
	return syncs.length > 0 && now < syncs[0] + SYNC_MS;
}

/** A sync as its status tells it. */
export function syncStatus(start: number, now: number): Record<string, unknown> {
	const isDone = now >= start + SYNC_MS;
	return {
		job_status: isDone ? 'success' : 'running',
		sync_start_time: isoSeconds(start),
		sync_finish_time: isDone ? isoSeconds(start + SYNC_MS) : null,
		last_timestamp_synced: isDone ? isoSeconds(start) : null,
		rows_synced: isDone ? 120 : 0,
		rows_failed_with_errors: 0,
	};
}
