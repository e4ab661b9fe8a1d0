import { facts, make, time } from './dom.mjs';
import { drawDetails } from './entries.mjs';

/** One profile: what it is called by, what it holds and what changed last. */
export function drawUser(user) {
	const { id, at, names, profile, attributes, events, orders, groups, changes } = user;
	return make(
		'li',
		{ 'data-id': id },
		make(
			'article',
			{ 'aria-label': id },
			make(
				'div',
				{ class: 'head' },
				make('h3', {}, make('span', { class: 'user', dir: 'auto' }, id)),
				at === undefined ? undefined : time(at),
			),
			changes.length > 0
				? make('p', { class: 'origin', dir: 'auto' }, `Last: ${changes[0].what}`)
				: undefined,
			drawDetails('Profile', () => [
				facts(names, 'facts'),
				...group('Profile fields', facts(profile, 'facts')),
				...group('Attributes', facts(attributes, 'facts')),
				...group('Events', drawEvents(events)),
				...group('Orders', drawEvents(orders)),
				...group('Subscription groups', facts(groups, 'facts')),
				...group(
					'Changes',
					drawEvents(changes.map(({ at: when, what }) => ({ at: when, name: what }))),
				),
			]),
		),
	);
}

/** A heading over what there is, and nothing over nothing. */
function group(title, content) {
	return content ? [make('h4', {}, title), content] : [];
}

function drawEvents(events) {
	if (events.length === 0) return undefined;
	return make(
		'ul',
		{},
		events.map(({ at, name, facts: more }) =>
			make('li', {}, make('span', { dir: 'auto' }, name), ' ', time(at), facts(more, 'facts')),
		),
	);
}
