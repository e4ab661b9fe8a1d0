import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	ResourceMapperFields,
} from 'n8n-workflow';

import { getCatalogs } from '../endpoints/catalog/getAll';
import { fieldsInForm } from '../endpoints/catalogItem/typedFields';
import { isAbsent, isObject } from '../schema/convert';
import { withoutLocator } from '../schema/locator';
import { ask, objectsUnder } from './ask';
import { wordIn } from './distinct';

/**
 * @param instead what a person can do without the list
 * @returns the fields of the catalog that the form names at the moment
 * @throws NodeOperationError with a sentence for the form, where it names none that is there or the key may not list catalogs
 */
async function fieldsOfChosen(
	context: ILoadOptionsFunctions,
	instead: string,
): Promise<IDataObject[]> {
	const refusal = (sentence: string) => new NodeOperationError(context.getNode(), sentence);
	const chosen = withoutLocator(context.getCurrentNodeParameter('catalogName'));
	if (isAbsent(chosen) || String(chosen).startsWith('=')) {
		throw refusal(
			'Choose the catalog first; where an expression names it, give the fields as JSON',
		);
	}
	const { answer } = await ask(context, getCatalogs.endpoint, {}, instead);
	const catalog = objectsUnder(answer, 'catalogs')
		.filter(isObject)
		.find(({ name }) => name === String(chosen));
	if (!catalog) throw refusal(`There is no catalog ${String(chosen)} in this workspace`);
	return objectsUnder(catalog, 'fields')
		.filter(isObject)
		.filter(({ name }) => wordIn(name) !== undefined);
}

/**
 * The columns of the mapper. n8n shows of a refusal only that there are no fields, so the sentence comes as a notice: with 403
 * it names the permission.
 */
export async function getCatalogFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	try {
		const fields = fieldsInForm(await fieldsOfChosen(this, 'give the item fields as JSON'));
		if (fields.length > 0) return { fields };
		return { fields, emptyFieldsNotice: 'The catalog has no fields besides the ID' };
	} catch (error) {
		return { fields: [], emptyFieldsNotice: (error as Error).message };
	}
}

/** The search behind the field of a catalog; the ID cannot be chosen. */
export async function searchCatalogFields(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const fields = (await fieldsOfChosen(this, 'choose By Name')).filter(({ name }) => name !== 'id');
	const results = fields
		.map(({ name, type }) => ({
			name: [String(name), ...(wordIn(type) ? [`(${String(type)})`] : [])].join(' '),
			value: String(name),
		}))
		.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
	return { results };
}
