import { MAX_USERS } from '../limits.cts';
import { identifier, list, object, oneOf, type JsonSchema } from './json-schema.cts';
import { userAlias } from './recipient.cts';

const RULES = ['identified', 'unidentified', 'most_recently_updated', 'least_recently_updated'];

/** A list of at most 50 that is not empty. */
export const upTo50 = (items: JsonSchema, more: JsonSchema = {}): JsonSchema =>
	list(items, { minItems: 1, maxItems: MAX_USERS, ...more });

/** Which profile is meant: identified and unidentified exclude each other. */
export const prioritization = (...rules: string[]): JsonSchema =>
	list(oneOf(...(rules.length > 0 ? rules : RULES)), { minItems: 1 });

const email: JsonSchema = { type: 'string', format: 'address' };

/** An address, or a number, with the rules that it needs. */
export const byEmail = (rules: JsonSchema) =>
	object('email', { email, prioritization: rules }, ['email', 'prioritization']);
export const byPhone = (rules: JsonSchema) =>
	object('phone', { phone: identifier, prioritization: rules }, ['phone', 'prioritization']);

/** One profile, named by whatever merge takes. */
export const anyIdentifier: JsonSchema = {
	type: 'object',
	properties: {
		external_id: identifier,
		user_alias: userAlias,
		email,
		phone: identifier,
		prioritization: prioritization(),
	},
	additionalProperties: false,
	allOf: [
		{
			if: { required: ['email'] },
			then: { required: ['prioritization'], because: 'with email' },
		},
		{
			if: { required: ['phone'] },
			then: { required: ['prioritization'], because: 'with phone' },
		},
	],
};

/** What a schema does not say about rules. */
export const excludeEachOther = (rules: string[] = []): boolean =>
	rules.includes('identified') && rules.includes('unidentified');
