import { InvalidInput } from '../schema/invalidInput';
import { rule } from './fields';

/** What is sent now takes no time: a schedule that JSON gives must not become a send at once. */
export const sentNow = rule(({ wire }) => {
	if (!Object.hasOwn(wire, 'schedule')) return;
	throw new InvalidInput(
		'Additional JSON',
		'holds "schedule", and this operation sends at once',
		'Take the resource Schedule, which has Time and Delivery for it',
	);
});
