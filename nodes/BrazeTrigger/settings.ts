import type { Authentication, AuthenticationName } from './authentication';
import { ALL_EVENTS, isEventType, unknownChoices } from './events/choice';
import { flagIn, listOf, recordOf, refusal, textOf } from './parameters';
import type { Context } from './parameters';
import { isRecord } from './records';
import { sources, statuses as knownStatuses } from './sources';
import type { SourceName } from './sources';

/** What a person chose, checked. */
export interface Settings {
	source: SourceName;
	authentication: Authentication;
	/** Values of *Events* and event types by their wire name. */
	events: string[];
	statuses: string[];
	/** Undefined where there is no such filter. */
	campaigns?: string[];
	canvases?: string[];
	isFlat: boolean;
	isSplit: boolean;
	includesRequest: boolean;
}

/** A bearer token, as Braze takes it for a Current and RFC 6750 anywhere else. */
const token = /^[A-Za-z0-9\-._~+/]+=*$/;

const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Wider than the API identifiers that Braze makes, which are hexadecimal digits with hyphens or without. */
const identifier = /^[\w-]+$/;

const printable = /^[\x20-\x7e]+$/;

/**
 * The parameters of the node.
 *
 * @throws NodeOperationError where one of them would let nothing in, or everybody
 */
export function readSettings(context: Context): Settings {
	const source = sourceOf(context);
	const options = recordOf(context, 'options');
	const filters = recordOf(context, 'filters');
	return {
		source,
		authentication: authenticationOf(context, source),
		events: source === 'currents' ? eventsOf(context, options) : [ALL_EVENTS],
		statuses: source === 'transactionalEmailPostback' ? statusesOf(context) : [ALL_EVENTS],
		campaigns: identifiersIn(context, filters, 'campaignId', 'Campaign'),
		canvases: identifiersIn(context, filters, 'canvasId', 'Canvas'),
		isFlat: flagIn(context, options, 'flatten', 'Flatten'),
		isSplit: flagIn(context, options, 'splitBatch', 'Split Batch', true),
		includesRequest: flagIn(context, options, 'includeRequest', 'Include Headers and Query'),
	};
}

function sourceOf(context: Context): SourceName {
	const source = textOf(context, 'source');
	if (!Object.keys(sources).includes(source)) {
		throw refusal(
			context,
			"'Source' is none of its choices",
			'Choose what in Braze calls this workflow',
		);
	}
	return source as SourceName;
}

function authenticationOf(context: Context, source: SourceName): Authentication {
	const name = textOf(context, 'authentication') as AuthenticationName;
	const { authentications, option } = sources[source];
	if (!authentications.includes(name)) {
		throw refusal(
			context,
			`'Authentication' is none that ${option.name} can carry`,
			'Choose it again: Braze sends other headers for other sources',
		);
	}
	if (name === 'none') return { name };
	const secret = requiredText(context, 'secret', name === 'basicAuth' ? 'Password' : 'Secret');
	if (name === 'querySecret') return { name, secret };
	if (name === 'basicAuth') {
		const user = requiredText(context, 'user', 'User');
		if (!user.includes(':')) return { name, user, secret };
		throw refusal(context, "'User' holds a colon", 'Basic Auth parts user and password by one');
	}
	if (name === 'bearerToken') {
		if (token.test(secret)) return { name, secret };
		throw refusal(
			context,
			"'Secret' is no bearer token",
			'Use letters, digits and - . _ ~ + / only, with = at the end alone',
		);
	}
	const header = requiredText(context, 'headerName', 'Header Name');
	if (!headerName.test(header)) {
		throw refusal(
			context,
			"'Header Name' is no name of a header",
			'Use letters, digits and hyphens',
		);
	}
	if (!printable.test(secret)) {
		throw refusal(context, "'Secret' does not fit into a header", 'Use letters and digits');
	}
	return { name, header, secret };
}

function eventsOf(context: Context, { otherEventTypes }: Record<string, unknown>): string[] {
	const chosen = listOf(context.getNodeParameter('events', []));
	const [unknown] = unknownChoices(chosen);
	if (unknown !== undefined) {
		throw refusal(
			context,
			`'Event Types' holds ${unknown}, which is none of its choices`,
			'Choose from the list; an event type that it lacks goes under Options, Other Event Types',
		);
	}
	refuseAllBesideOthers(context, chosen, 'Event Types', 'All Events');
	const others = listOf(otherEventTypes);
	const stranger = others.find((each) => !isEventType(each));
	if (stranger !== undefined) {
		throw refusal(
			context,
			`'Other Event Types' holds ${stranger}, which is no event type`,
			'Give each as Braze writes it, such as users.messages.email.Open, with commas between them',
		);
	}
	if (chosen.includes(ALL_EVENTS) && others.length > 0) {
		throw refusal(
			context,
			"'Event Types' holds All Events, so 'Other Event Types' adds nothing",
			'Remove All Events, or the option',
		);
	}
	const events = [...chosen, ...others];
	if (events.length > 0) return events;
	throw refusal(
		context,
		"'Event Types' is empty, so nothing would start",
		'Choose All Events, or some',
	);
}

function statusesOf(context: Context): string[] {
	const chosen = listOf(context.getNodeParameter('statuses', []));
	const unknown = chosen.find((each) => each !== ALL_EVENTS && !knownStatuses.includes(each));
	if (unknown !== undefined) {
		throw refusal(
			context,
			`'Statuses' holds ${unknown}, which is none of its choices`,
			`Braze sends ${knownStatuses.join(', ')}`,
		);
	}
	refuseAllBesideOthers(context, chosen, 'Statuses', 'All Statuses');
	if (chosen.length > 0) return chosen;
	throw refusal(
		context,
		"'Statuses' is empty, so nothing would start",
		'Choose All Statuses, or some',
	);
}

/** The choice of everything is preset: whoever adds others to it means those alone, and would get everything. */
function refuseAllBesideOthers(
	context: Context,
	chosen: string[],
	label: string,
	all: string,
): void {
	if (!chosen.includes(ALL_EVENTS) || chosen.length === 1) return;
	throw refusal(
		context,
		`'${label}' holds ${all} and others beside it`,
		`Remove ${all}, or the others`,
	);
}

/** @returns the IDs of a filter; undefined where it was not added */
function identifiersIn(
	context: Context,
	filters: Record<string, unknown>,
	name: string,
	label: string,
): string[] | undefined {
	if (!(name in filters)) return undefined;
	const locator = filters[name];
	const identifiers = listOf(isRecord(locator) ? locator.value : locator);
	const stranger = identifiers.find((each) => !identifier.test(each));
	if (stranger !== undefined) {
		throw refusal(
			context,
			`'Filters > ${label}' holds ${stranger}, which is no ID, so nothing would start`,
			'Give the API identifier that Braze shows, without quotation marks, several with commas between them',
		);
	}
	if (identifiers.length > 0) return identifiers;
	throw refusal(context, `'Filters > ${label}' is empty`, 'Choose one, or remove the filter');
}

function requiredText(context: Context, name: string, label: string): string {
	const text = textOf(context, name);
	if (text !== '') return text;
	throw refusal(
		context,
		`'${label}' is empty, so no request can be checked`,
		'Enter the same text as in Braze; if an expression gives it, look at what the expression becomes',
	);
}
