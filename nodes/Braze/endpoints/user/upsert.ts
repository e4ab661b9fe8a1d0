import { keepChanged } from '../../parts/attributes/lookup/changed';
import { withoutUnknown } from '../../parts/attributes/lookup/unknown';
import { trackedAttributes } from '../../parts/tracking';
import type { Call } from '../../pipeline/call';
import type { Ask, Operation, Prepared } from '../../pipeline/operation';
import { getCustomAttributes } from '../customAttribute/getAll';
import { getUser } from './get';
import { track } from './track';

/** Both options hold for a whole run, so the first call tells for all. */
async function prepare(calls: Call[], ask: Ask): Promise<Prepared> {
	const { onlyChanged, refuseUnknown } = calls[0].content.kept;
	const known =
		refuseUnknown === true
			? await withoutUnknown(calls, ask, getCustomAttributes.endpoint)
			: undefined;
	const left = known?.calls ?? calls;
	if (onlyChanged !== true || left.length === 0) return known ?? { calls };
	const changed = await keepChanged(left, ask, getUser.endpoint);
	return {
		calls: changed.calls,
		failures: known?.failures,
		results: new Map([...(known?.results ?? []), ...changed.results]),
	};
}

export const upsertUser: Operation = {
	resource: 'user',
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update user',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoint: { ...track, parts: [trackedAttributes()], prepare },
};
