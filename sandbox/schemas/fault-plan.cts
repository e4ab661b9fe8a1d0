import { FAULT_KINDS } from '../faults.cts';
import { list, object, oneOf, string, type JsonSchema } from './json-schema.cts';

const share: JsonSchema = { type: 'number', minimum: 0, maximum: 1 };
const milliseconds: JsonSchema = { type: 'number', minimum: 0 };
const seconds: JsonSchema = { type: 'number', minimum: 0 };

const scripted: JsonSchema = {
	...object('fault', {
		kind: oneOf(...FAULT_KINDS),
		ms: milliseconds,
		retryAfterSeconds: seconds,
	}),
	type: ['string', 'object', 'null'],
	if: { type: 'string' },
	then: { enum: [...FAULT_KINDS, 'none'] },
};

/** A fault plan as JSON. */
export const FAULT_PLAN_SCHEMA = object('fault plan', {
	script: list(scripted),
	shares: {
		type: 'object',
		properties: Object.fromEntries(FAULT_KINDS.map((kind) => [kind, share])),
		additionalProperties: false,
	},
	seed: { type: 'integer' },
	ms: milliseconds,
	retryAfterSeconds: seconds,
	paths: list(string),
});
