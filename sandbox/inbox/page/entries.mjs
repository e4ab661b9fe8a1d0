import { drawActions } from './actions.mjs';
import { facts, make, said, time } from './dom.mjs';
import { drawMessage } from './message.mjs';

/** One delivery. */
export function drawDelivery(delivery) {
	const { index, at, user, label, origin, isScheduled, preview } = delivery;
	const path = `/sandbox/inbox/deliveries/${index}/email`;
	return make(
		'li',
		{ 'data-index': index },
		make(
			'article',
			{ 'aria-labelledby': `delivery-${index}` },
			make(
				'div',
				{ class: 'head' },
				make(
					'h3',
					{ id: `delivery-${index}` },
					make('span', { class: 'channel' }, label),
					make('span', { class: 'unseen' }, ' to '),
					make('span', { class: 'user', dir: 'auto' }, user),
				),
				isScheduled ? make('span', { class: 'mark' }, 'Scheduled') : undefined,
				time(at),
			),
			said('p', 'origin', origin),
			drawMessage(preview, path, user),
			drawActions(index, delivery.actions, `${label} to ${user}`),
			drawDetails('Details', [facts([...(preview.rest ?? []), ...delivery.facts], 'facts')]),
		),
	);
}

/** One schedule. */
export function drawSchedule(schedule) {
	const { id, title, state, at, clock, next, who, previews } = schedule;
	const when = at === undefined ? schedule.time.replace('T', ' ') : time(at);
	const isCancelled = state === 'cancelled';
	const messages = () =>
		previews.flatMap(({ label, preview }) => [
			make('h4', {}, label),
			drawMessage(preview, `/sandbox/inbox/schedules/${id}/email`, who),
			facts(preview.rest, 'facts'),
		]);
	return make(
		'li',
		{ 'data-id': id },
		make(
			'article',
			{ 'aria-labelledby': `schedule-${id}`, class: isCancelled ? 'cancelled' : undefined },
			make(
				'div',
				{ class: 'head' },
				make('h3', { id: `schedule-${id}` }, make('span', { class: 'channel' }, title)),
				make('span', { class: `mark ${state.replace(' ', '-')}` }, capitalized(state)),
			),
			make('p', { class: 'when' }, isCancelled ? make('s', {}, when) : when),
			make('p', { class: 'clock' }, capitalized(clock)),
			next === undefined || next === at
				? undefined
				: make('p', { class: 'clock' }, 'Next: ', time(next)),
			make('p', { class: 'who', dir: 'auto' }, `To ${who}`),
			drawDetails('Message', messages, [
				facts([{ name: 'Time as sent', value: schedule.time }, ...schedule.facts], 'facts'),
			]),
		),
	);
}

/** Something that opens; what is given as a function is drawn when it first does. */
export function drawDetails(summary, ...contents) {
	const details = make('details', {}, make('summary', {}, summary));
	const fill = () => {
		const drawn = contents.map((content) => (typeof content === 'function' ? content() : content));
		details.append(...drawn.flat().filter(Boolean));
	};
	details.addEventListener('toggle', fill, { once: true });
	return details;
}

function capitalized(text) {
	return text[0].toUpperCase() + text.slice(1);
}
