import { parseDateTime } from '../schemas/formats.cts';
import type { SubscriptionState } from '../workspace/users.cts';
import type { UserProfile } from '../workspace/users.cts';

interface CustomAttributeFilter {
	custom_attribute_name: string;
	comparison: string;
	value?: unknown;
}

interface StateFilter {
	comparison: 'is' | 'is_not';
	value: SubscriptionState;
}

/** A Connected Audience that fits its schema. */
export interface Audience {
	AND?: Audience[];
	OR?: Audience[];
	custom_attribute?: CustomAttributeFilter;
	push_subscription_status?: StateFilter;
	email_subscription_status?: StateFilter;
	last_used_app?: { comparison: 'after' | 'before'; value: string };
}

const DAY = 24 * 60 * 60 * 1000;

/** Whether a user is in a Connected Audience at a moment. */
export function isInAudience(user: UserProfile, audience: Audience, now: number): boolean {
	if (audience.AND) return audience.AND.every((node) => isInAudience(user, node, now));
	if (audience.OR) return audience.OR.some((node) => isInAudience(user, node, now));
	if (audience.push_subscription_status) {
		return hasState(user.push_subscription, audience.push_subscription_status);
	}
	if (audience.email_subscription_status) {
		return hasState(user.email_subscription, audience.email_subscription_status);
	}
	if (audience.last_used_app) {
		const { comparison, value } = audience.last_used_app;
		return compareMoment(user.last_used_app, comparison, value, now);
	}
	const filter = audience.custom_attribute;
	return (
		filter !== undefined &&
		compare(user.custom_attributes[filter.custom_attribute_name], filter, now)
	);
}

function hasState(state: SubscriptionState, { comparison, value }: StateFilter): boolean {
	return (state === value) === (comparison === 'is');
}

function compare(
	actual: unknown,
	{ comparison, value }: CustomAttributeFilter,
	now: number,
): boolean {
	const exists = actual !== undefined && actual !== null;
	const oneOfThem = () => [value].flat().some((item) => [actual].flat().includes(item));
	const number = (test: (left: number, right: number) => boolean) =>
		typeof actual === 'number' && test(actual, value as number);
	const regex = () => typeof actual === 'string' && new RegExp(String(value)).test(actual);
	switch (comparison) {
		case 'exists':
			return exists;
		case 'does_not_exist':
			return !exists;
		case 'equals':
			return actual === value;
		case 'not_equal':
		case 'does_not_equal':
			return actual !== value;
		case 'matches_regex':
			return regex();
		case 'does_not_match_regex':
			return !regex();
		case 'is_any_of':
		case 'includes_value':
			return oneOfThem();
		case 'is_none_of':
		case 'does_not_include_value':
			return !oneOfThem();
		case 'greater_than':
			return number((left, right) => left > right);
		case 'greater_than_or_equal_to':
			return number((left, right) => left >= right);
		case 'less_than':
			return number((left, right) => left < right);
		case 'less_than_or_equal_to':
			return number((left, right) => left <= right);
		default:
			return compareMoment(actual, comparison, value, now);
	}
}

function compareMoment(actual: unknown, comparison: string, value: unknown, now: number): boolean {
	const moment = typeof actual === 'string' ? parseDateTime(actual)?.toMillis() : undefined;
	if (moment === undefined) return false;
	const limit = typeof value === 'string' ? (parseDateTime(value)?.toMillis() ?? NaN) : NaN;
	const days = Number(value) * DAY;
	switch (comparison) {
		case 'after':
			return moment > limit;
		case 'before':
			return moment < limit;
		case 'less_than_x_days_ago':
			return moment <= now && moment > now - days;
		case 'greater_than_x_days_ago':
			return moment < now - days;
		case 'less_than_x_days_in_the_future':
			return moment >= now && moment < now + days;
		case 'greater_than_x_days_in_the_future':
			return moment > now + days;
		default:
			throw new Error(`no rule for the comparison ${comparison}`);
	}
}
