import type { TrackedEvent, UserProfile } from '../workspace/users.cts';
import type { Workspace } from '../workspace/workspace.cts';
import type { Wanted } from './deliveries.cts';
import { fact, type Fact } from './fields.cts';

/** Profiles on the page; the others are counted. */
const MAX_USERS = 50;

/** Events of a profile that are shown, the newest first. */
const MAX_EVENTS = 10;

export interface ShownUser {
	id: string;
	/** When it was last written to, where it was. */
	at?: number;
	/** What it is called by. */
	names: Fact[];
	profile: Fact[];
	attributes: Fact[];
	/** Events and orders with when they happened, the newest first. */
	events: ShownEvent[];
	orders: ShownEvent[];
	/** Name and state of each subscription group. */
	groups: Fact[];
	/** What was written last, the newest first. */
	changes: Array<{ at: number; what: string }>;
}

interface ShownEvent {
	at: number;
	name: string;
	facts: Fact[];
}

export interface ShownUsers {
	total: number;
	/** Those written to last come first, at most MAX_USERS. */
	items: ShownUser[];
}

/** The profiles somebody looks for. */
export function showUsers(workspace: Workspace, { user: part }: Wanted): ShownUsers {
	const wanted = workspace.users
		.everyone()
		.filter((user) => part === '' || namesIn(user).some(({ value }) => contains(value, part)))
		.sort((left, right) => right.touched - left.touched);
	const isWritten = ({ changes }: UserProfile) => changes.length > 0;
	const inOrder = [...wanted.filter(isWritten), ...wanted.filter((user) => !isWritten(user))];
	return {
		total: wanted.length,
		items: inOrder.slice(0, MAX_USERS).map((user) => show(workspace, user)),
	};
}

const contains = (value: string, part: string): boolean => value.toLowerCase().includes(part);

const namesIn = (user: UserProfile): Fact[] => [
	...fact('external_id', user.external_id),
	...(user.user_aliases ?? []).flatMap(({ alias_name: name, alias_label: label }) =>
		fact(`alias, ${label}`, name),
	),
	...fact('email', user.email),
	...fact('phone', user.phone),
	...fact('braze_id', user.braze_id),
];

const factsOf = (values: Record<string, unknown>): Fact[] =>
	Object.entries(values).flatMap(([name, value]) => fact(name, value));

function show(workspace: Workspace, user: UserProfile): ShownUser {
	const { events, purchases, changes } = user;
	const isOrder = ({ name }: TrackedEvent) => name.startsWith('ecommerce.');
	const groupName = (id: string) =>
		workspace.seed.subscription_groups?.find((group) => group.id === id)?.name ?? id;
	return {
		id: user.userId,
		...(changes.length > 0 && { at: changes[0].at }),
		names: namesIn(user),
		profile: factsOf({
			first_name: user.first_name,
			last_name: user.last_name,
			time_zone: user.time_zone,
			email_subscribe: user.email_subscription,
			push_subscribe: user.push_subscription,
			...user.further_fields,
		}),
		attributes: factsOf(user.custom_attributes),
		events: newest(events.filter((event) => !isOrder(event))),
		orders: newest([...events.filter(isOrder), ...purchases]),
		groups: Object.entries(user.subscription_groups).flatMap(([id, state]) =>
			fact(groupName(id), state),
		),
		changes: changes.map(({ at, what }) => ({ at, what })),
	};
}

const newest = (events: TrackedEvent[]): ShownEvent[] =>
	[...events]
		.sort((left, right) => right.at - left.at)
		.slice(0, MAX_EVENTS)
		.map(({ name, at, properties, price, currency, quantity }) => ({
			at,
			name,
			facts: factsOf({
				...(price === undefined ? {} : { price: `${quantity} × ${price} ${currency}` }),
				...properties,
			}),
		}));
