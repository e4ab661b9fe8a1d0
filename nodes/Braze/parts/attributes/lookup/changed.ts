import type { GenericValue, IDataObject } from 'n8n-workflow';

import type { Call } from '../../../pipeline/call';
import type { Ask, Endpoint, Prepared } from '../../../pipeline/operation';
import type { Entry, PlannedRequest } from '../../../pipeline/request';
import type { Outcome } from '../../../pipeline/send/outcome';
import { isAbsent } from '../../../schema/convert';
import { namedUser } from '../../profile';
import { withIdentifiers } from '../../userExport/fields';
import { usersFor } from '../../userExport/match';
import { MAX_EXPORTED_USERS } from '../../userExport/naming';
import { isAttribute, profileFieldOf } from '../profileFields';
import { KnownProfile } from './knownProfile';
import { failedRead } from './failedRead';
import { onlyChanged } from './options';

/** A profile as an export asks for it, and the items that write to it. */
interface Question {
	entry: Entry;
	items: number[];
}

/**
 * Reads the profiles of the calls and leaves of each call what differs. Calls of one user are compared one after the other,
 * each with what the ones before it leave behind.
 *
 * @param exporting the endpoint that exports profiles by identifier
 * @returns the calls with what is left of them; those that change nothing are settled
 */
export async function keepChanged(
	calls: Call[],
	ask: Ask,
	exporting: Endpoint,
): Promise<Required<Prepared>> {
	const prepared: Required<Prepared> = { calls: [], failures: new Map(), results: new Map() };
	const requests = questionsFor(calls, exporting);
	const outcomes = await ask(exporting, requests);
	const read = readProfiles(requests, outcomes);
	for (const call of calls) {
		const [entry] = call.entries;
		const known = read.get(questionKey(entry));
		if (known && !(known instanceof KnownProfile)) {
			const failed = failedRead(known, onlyChanged.displayName, exporting.permission);
			prepared.results.set(call.itemIndex, failed);
			continue;
		}
		const { wire, changed } = known
			? known.differences(entry.wire as IDataObject)
			: everything(entry.wire as IDataObject);
		if (!known || Object.keys(wire).some(isAttribute)) {
			prepared.calls.push({
				...call,
				content: { ...call.content, kept: { ...call.content.kept, changed } },
				entries: [{ ...entry, wire, key: known?.key ?? entry.key }],
			});
			continue;
		}
		prepared.results.set(call.itemIndex, {
			outcome: { kind: 'accepted', answer: {} },
			shares: [],
			output: [{ message: 'unchanged', changed: {}, recipient: namedUser(entry) }],
		});
	}
	return prepared;
}

const questionKey = ({ key = '' }: Entry): string => key;

/** The entry of an export that asks for the user of an attributes object. */
function exportEntry({ wire, key }: Entry): Entry {
	const { external_id: id, user_alias: alias } = wire as IDataObject;
	return id === undefined
		? { list: 'user_aliases', key, wire: alias as IDataObject }
		: { list: 'external_ids', key, wire: id as string };
}

function questionsFor(calls: Call[], { method, path }: Endpoint): PlannedRequest[] {
	const questions = new Map<string, Question>();
	const keys = new Set<string>();
	for (const { entries, itemIndex } of calls) {
		const [entry] = entries;
		for (const key of Object.keys(entry.wire as IDataObject)) keys.add(key);
		const known = questions.get(questionKey(entry));
		if (known) known.items.push(itemIndex);
		else questions.set(questionKey(entry), { entry: exportEntry(entry), items: [itemIndex] });
	}
	const request = { method, path, body: { fields_to_export: fieldsFor([...keys]) } };
	return ['external_ids', 'user_aliases'].flatMap((list) => {
		const own = [...questions.values()].filter(({ entry }) => entry.list === list);
		const chunks: PlannedRequest[] = [];
		for (let start = 0; start < own.length; start += MAX_EXPORTED_USERS) {
			const chunk = own.slice(start, start + MAX_EXPORTED_USERS);
			chunks.push({
				request,
				entries: chunk.map(({ entry }) => entry),
				entryItems: chunk.map(({ items }) => items),
				itemIndexes: chunk.flatMap(({ items }) => items),
				after: [],
			});
		}
		return chunks;
	});
}

/** What has to be read to compare attributes of these names. */
function fieldsFor(keys: string[]): string[] {
	const profile = keys.filter((key) => profileFieldOf(key)?.isExported);
	const hasCustom = keys.some((key) => isAttribute(key) && !profileFieldOf(key));
	return withIdentifiers(hasCustom ? [...profile, 'custom_attributes'] : profile);
}

/** The profile behind each question, or why it could not be read; absent where Braze has none. */
function readProfiles(
	requests: PlannedRequest[],
	outcomes: Outcome[],
): Map<string, KnownProfile | Outcome> {
	const read = new Map<string, KnownProfile | Outcome>();
	// one user may be named by its ID in one item and by an alias in another
	const byBrazeId = new Map<unknown, KnownProfile>();
	requests.forEach(({ entries }, position) => {
		const outcome = outcomes[position];
		for (const entry of entries) {
			if (outcome.kind !== 'accepted') read.set(questionKey(entry), outcome);
			else {
				const [user] = usersFor(outcome.answer, entry, false);
				if (!user) continue;
				const key = questionKey(entry);
				const profile = byBrazeId.get(user.braze_id) ?? new KnownProfile(user, key);
				if (!isAbsent(user.braze_id)) byBrazeId.set(user.braze_id, profile);
				read.set(key, profile);
			}
		}
	});
	return read;
}

function everything(wire: IDataObject): { wire: IDataObject; changed: IDataObject } {
	const attributes = Object.entries(wire).filter(([key]) => isAttribute(key));
	const changed = Object.fromEntries(
		attributes.map(([key, after]) => [key, { after: after as GenericValue }]),
	);
	// a user without attributes is created all the same
	return { wire, changed: attributes.length > 0 ? changed : { user: { after: 'created' } } };
}
