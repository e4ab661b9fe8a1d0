import { BrazeError } from '../errors.cts';
import type { Call, JsonObject } from '../endpoints/endpoint.cts';
import { MAX_TRACKED_OBJECTS } from '../limits.cts';
import { isAttribute, writeAttributes } from '../workspace/attributes.cts';
import type { TrackedEvent, UserProfile } from '../workspace/users.cts';
import { isEcommerce } from './ecommerce.cts';
import { eventFault, purchaseFault, timeOf } from './events.cts';
import {
	attributesFault,
	identifierFault,
	identifierIn,
	isForExistingOnly,
	type Tracked,
} from './faults.cts';

/** The lists of users/track, in the order in which Braze goes through them. */
const LISTS = ['attributes', 'events', 'purchases'] as const;
type List = (typeof LISTS)[number];

interface ObjectError {
	type: string;
	input_array: List;
	index: number;
}

const faultOf: Record<List, (object: Tracked) => string | undefined> = {
	attributes: attributesFault,
	events: eventFault,
	purchases: purchaseFault,
};

/**
 * Takes what a request writes to users, object by object.
 *
 * @returns Braze's answer, with an entry in `errors` for each object that was left out
 * @throws BrazeError where there are too many objects, or nothing of it is valid
 */
export function track(call: Call): JsonObject {
	const lists = LISTS.filter((list) => call.body[list] !== undefined);
	const objectsOf = (list: List) => call.body[list] as Tracked[];
	const count = lists.reduce((sum, list) => sum + objectsOf(list).length, 0);
	const { trackedObjects: most = MAX_TRACKED_OBJECTS } = call.workspace.seed;
	if (count > most) throw new BrazeError(400, 'Max Input Length Exceeded');
	const errors: ObjectError[] = [];
	const processed: Record<string, number> = {};
	let isSchemaFault = false;
	for (const list of lists) {
		processed[`${list}_processed`] = 0;
		for (const [index, object] of objectsOf(list).entries()) {
			const type =
				identifierFault(object, call.workspace.seed.invalidUserIds) ?? faultOf[list](object);
			if (type === undefined) {
				processed[`${list}_processed`] += 1;
				take(call, list, object);
				continue;
			}
			errors.push({ type, input_array: list, index });
			if (list === 'events' && isEcommerce(object)) isSchemaFault = true;
		}
	}
	if (errors.length === count && !isSchemaFault) {
		throw new BrazeError(
			400,
			"Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.",
			errors,
		);
	}
	return { ...processed, message: 'success', ...(errors.length > 0 ? { errors } : {}) };
}

function take(call: Call, list: List, object: Tracked): void {
	const { users, clock } = call.workspace;
	const profile = users.forWriting(identifierIn(object), isForExistingOnly(object));
	if (!profile) {
		const name = JSON.stringify(identifierIn(object));
		call.note(`no profile is ${name}, and none is made for it: dropped without a word`);
		return;
	}
	const now = clock.now();
	if (list === 'attributes') {
		const keys = Object.keys(attributesOf(object)).filter(isAttribute);
		const write = () => writeAttributes(profile, attributesOf(object), call.note);
		users.change(profile, write, now, `Attributes: ${keys.join(', ')}`);
		return;
	}
	const event = eventOf(object, list, now, call.note);
	const what = list === 'events' ? `Event: ${event.name}` : `Purchase: ${event.name}`;
	users.change(profile, () => addEvent(profile, list, event), now, what);
	call.workspace.sender.tracked(profile, list, event);
}

/** Without the email or phone that only names the user. */
function attributesOf(object: Tracked): Tracked {
	const isNamed = ['external_id', 'user_alias', 'braze_id'].some((key) => key in object);
	if (isNamed) return object;
	const { email, phone, ...rest } = object;
	return email === undefined ? rest : { ...rest, ...(phone === undefined ? {} : { phone }) };
}

function eventOf(
	object: Tracked,
	list: List,
	now: number,
	note: (text: string) => void,
): TrackedEvent {
	const time = timeOf(object) ?? now;
	if (time > now) note('a time in the future becomes now');
	const { app_id: app, properties = {} } = object;
	return {
		name: String(list === 'events' ? object.name : object.product_id),
		at: Math.min(time, now),
		...(app === undefined ? {} : { app_id: String(app) }),
		properties: properties as Record<string, unknown>,
		...(list === 'events'
			? {}
			: {
					price: Number(object.price),
					currency: String(object.currency),
					quantity: Number(object.quantity ?? 1),
				}),
	};
}

function addEvent(profile: UserProfile, list: List, event: TrackedEvent): void {
	if (list === 'events') profile.events.push(event);
	else profile.purchases.push(event);
}
