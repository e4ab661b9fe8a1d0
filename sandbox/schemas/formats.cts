import { DateTime, IANAZone } from 'luxon';

const LIQUID = /\{\{|\{%/;
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
// With an offset in Braze's own samples, without one in its description.
const EDIT_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?$/;
const SENDER = /^[^<>]*\S[^<>]*<([^<>]+)>$/;

interface Format {
	/** What the refusal says after "must be". */
	says: string;
	test(value: string): boolean;
}

/** Moments read so far: the seed and a list of users name the same ones again and again. */
const moments = new Map<string, DateTime | undefined>();
const MOST_MOMENTS = 10_000;

/** Reads an ISO 8601 moment; without a zone it counts as UTC. Undefined where it cannot be read. */
export function parseDateTime(value: string): DateTime | undefined {
	if (moments.has(value)) return moments.get(value);
	const moment = DateTime.fromISO(value, { zone: 'utc' });
	const read = moment.isValid && /^\d{4}-\d{2}-\d{2}/.test(value) ? moment : undefined;
	if (moments.size >= MOST_MOMENTS) moments.clear();
	moments.set(value, read);
	return read;
}

// Braze renders Liquid before it looks at a value, so a value with Liquid in it cannot be judged here.
const orLiquid = (test: (value: string) => boolean) => (value: string) =>
	LIQUID.test(value) || test(value);

const isAddress = (value: string) => ADDRESS.test(value);
// Braze's own pages show both: the address behind a display name, and alone.
const isSender = (value: string) => isAddress(SENDER.exec(value)?.[1] ?? value.trim());

/** The string formats of the schemas, by name. */
export const formats: Record<string, Format> = {
	'iso-date-time': {
		says: 'an ISO 8601 date and time',
		test: orLiquid((value) => parseDateTime(value) !== undefined),
	},
	'strict-iso-date-time': {
		says: 'an ISO 8601 date and time',
		test: (value) => parseDateTime(value) !== undefined,
	},
	sender: { says: 'in the form "Display Name <address>"', test: orLiquid(isSender) },
	address: { says: 'an email address', test: orLiquid(isAddress) },
	'reply-to': {
		says: 'an email address or NO_REPLY_TO',
		test: orLiquid((value) => value === 'NO_REPLY_TO' || isAddress(value)),
	},
	color: {
		says: '0x and eight hex digits',
		test: (value) => /^0x[0-9a-f]{8}$/i.test(value),
	},
	icon: {
		says: 'four hex digits of a Font Awesome icon',
		test: (value) => /^[0-9a-f]{4}$/i.test(value),
	},
	index: { says: 'a zero-based index', test: (value) => /^\d+$/.test(value) },
	ascii: { says: 'ASCII characters only', test: (value) => /^[\x20-\x7e]+$/.test(value) },
	'whole-number': { says: 'a whole number', test: (value) => /^\d+$/.test(value) },
	day: {
		says: 'in the form YYYY-MM-DD',
		test: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDateTime(value) !== undefined,
	},
	e164: { says: 'in E.164 form', test: (value) => /^\+[1-9]\d{1,14}$/.test(value) },
	url: {
		says: 'a web address',
		test: (value) => /^https?:\/\//.test(value) && URL.canParse(value),
	},
	time: { says: 'in the form HH:mm:ss', test: (value) => /^\d{2}:\d{2}:\d{2}$/.test(value) },
	'time-zone': { says: 'an IANA time zone', test: (value) => IANAZone.isValidZone(value) },
	'edit-time': {
		says: 'in the form yyyy-MM-DDTHH:mm:ss',
		test: (value) => EDIT_TIME.test(value) && parseDateTime(value) !== undefined,
	},
};
