import { fieldFaults, nameFault, type NewField } from '../../schemas/catalog-fields.cts';
import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
} from '../../schemas/catalog-faults.cts';
import { keys, list, type JsonSchema } from '../../schemas/json-schema.cts';
import { CATALOG } from '../../limits.cts';
import { catalogObject, type SeedCatalog } from '../../workspace/catalogs.cts';
import type { Endpoint } from '../endpoint.cts';

const SHAPE = 'catalog-array-invalid';

const text: JsonSchema = { type: 'string', minLength: 1 };
const one: JsonSchema = {
	type: 'object',
	properties: {
		name: {
			...text,
			brazeErrors: { type: 'invalid-catalog-name', minLength: 'invalid-catalog-name' },
		},
		description: text,
		fields: {
			type: 'array',
			minItems: 1,
			brazeErrors: { type: 'invalid-fields', minItems: 'id-not-first-column' },
		},
	},
	required: ['name', 'description', 'fields'],
	additionalProperties: false,
	brazeErrors: { type: SHAPE },
};

/** POST /catalogs: one catalog, in a list. */
export const createCatalog: Endpoint = {
	method: 'POST',
	path: '/catalogs',
	permission: 'catalogs.create',
	rateLimit: 'catalogsPerMinute',
	body: keys(
		{
			catalogs: list(one, {
				minItems: 1,
				maxItems: 1,
				brazeErrors: { type: SHAPE, minItems: SHAPE, maxItems: SHAPE },
			}),
		},
		['catalogs'],
		{ brazeErrors: { 'required:catalogs': SHAPE } },
	),
	refusal: catalogSchemaRefusal,
	success: 201,
	handle({ body, workspace }) {
		const [given] = body.catalogs as Array<
			Pick<SeedCatalog, 'name' | 'description'> & { fields: NewField[] }
		>;
		const { name, description, fields } = given;
		const named = nameFault(name, { form: 'invalid-catalog-name', size: 'catalog-name-too-large' });
		const [first] = fields;
		const faults = [
			...(named ? [catalogFault(named, ['name'], [name])] : []),
			...(workspace.catalogs.find(name)
				? [catalogFault('catalog-name-already-exists', ['name'], [name])]
				: []),
			...(description.length > CATALOG.description ? [catalogFault('description-too-long')] : []),
			...(first.name !== 'id' || first.type !== 'string'
				? [catalogFault('id-not-first-column')]
				: []),
			...(fields.length > CATALOG.fields ? [catalogFault('too-many-fields')] : []),
			...fieldFaults(fields),
		];
		if (faults.length > 0) throw catalogRefusal(faults);
		const catalog = workspace.catalogs.create({
			name,
			description,
			fields: fields as SeedCatalog['fields'],
		});
		const {
			description: said,
			fields: typed,
			num_items: count,
			updated_at: at,
		} = catalogObject(catalog);
		return {
			body: {
				catalogs: [{ description: said, fields: typed, name, num_items: count, updated_at: at }],
				message: 'success',
			},
		};
	},
};
