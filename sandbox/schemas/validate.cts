import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { connectedAudience } from './audience.cts';
import { formats } from './formats.cts';
import type { JsonSchema } from './json-schema.cts';

/** One fault of a request: what is wrong and, where Braze has a name for it, Braze's title. */
export interface Problem {
	title?: string;
	detail: string;
}

// A plain import breaks under tsx on Node 20, whose require for a .cts file cannot load the JSON files of ajv.
const { Ajv } = createRequire(__filename)('ajv') as typeof import('ajv');

// verbose hands the failing schema to the error, which is where brazeErrors and because stand.
const ajv = new Ajv({
	allErrors: true,
	verbose: true,
	strict: true,
	strictTypes: false,
	strictRequired: false,
});
ajv.addVocabulary(['brazeErrors', 'because']);
for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format.test);
ajv.addSchema(connectedAudience);

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** Every way in which a value breaks its schema, told with the path a person would write. */
export function check(schema: JsonSchema, value: unknown): Problem[] {
	let validate = compiled.get(schema);
	if (!validate) compiled.set(schema, (validate = ajv.compile(schema)));
	if (validate(value)) return [];
	return (validate.errors ?? []).filter((error) => error.keyword !== 'if').map(describe);
}

function describe(error: ErrorObject): Problem {
	const schema: JsonSchema =
		typeof error.parentSchema === 'object' ? (error.parentSchema as JsonSchema) : {};
	const key = 'missingProperty' in error.params ? `:${String(error.params.missingProperty)}` : '';
	const because = schema.because ? ` ${schema.because}` : '';
	return {
		title: schema.brazeErrors?.[error.keyword + key] ?? schema.brazeErrors?.[error.keyword],
		detail: sentence(error) + because,
	};
}

function sentence(error: ErrorObject): string {
	const at = readablePath(error.instancePath);
	const params = error.params as Record<string, unknown>;
	const inside = (key: unknown) => (at === 'body' ? String(key) : `${at}.${String(key)}`);
	switch (error.keyword) {
		case 'required':
			return `${inside(params.missingProperty)} is required`;
		case 'additionalProperties':
			return `${inside(params.additionalProperty)} is not a known key`;
		case 'false schema':
			return `${at} must be left out`;
		case 'type':
			return `${at} must be ${[params.type].flat().join(' or ')}`;
		case 'enum':
			return `${at} must be one of ${[params.allowedValues].flat().join(', ')}`;
		case 'const':
			return `${at} must be ${String(params.allowedValue)}`;
		case 'format':
			return `${at} must be ${formats[String(params.format)].says}`;
		case 'propertyNames':
			return `${inside(params.propertyName)} is not a valid key`;
		default:
			return `${at} ${error.message ?? 'is not valid'}`;
	}
}

/** "/messages/apple_push/buttons/0" as "messages.apple_push.buttons[0]". */
function readablePath(pointer: string): string {
	const path = pointer
		.split('/')
		.slice(1)
		.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
		.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
		.join('');
	return path.replace(/^\./, '') || 'body';
}
