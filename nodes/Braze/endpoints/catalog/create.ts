import type { IDataObject } from 'n8n-workflow';

import { entries } from '../../parts/entries';
import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import type { Part } from '../../pipeline/part';
import { isObject } from '../../schema/convert';
import type { BrazeField } from '../../schema/field';
import { InvalidInput } from '../../schema/invalidInput';
import { refusedAs } from './answers';
import { description, fieldName, fieldType, name } from './fields';
import { CATALOG, CATALOGS_RATE_LIMIT } from './shared';
import { messageOfSuccess } from '../../pipeline/send/success';

/** Fields of a catalog, `id` included (Braze docs). */
const MOST_FIELDS = 500;

const ID = { name: 'id', type: 'string' };

const fieldRows: BrazeField = {
	displayName: 'Fields',
	name: 'fields',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Field',
	typeOptions: { multipleValues: true, sortable: true },
	maxItems: MOST_FIELDS,
	description: 'Fields of the items besides the ID, which every catalog has',
	options: [{ displayName: 'Field', name: 'field', values: [fieldName, fieldType] }],
};

const fieldList = fields(fieldRows);

/** Braze wants the ID first among the fields. */
const fieldsBehindId: Part = {
	...fieldList,
	write: (parameters, writing) => {
		const { fields: given = [] } = fieldList.write?.(parameters, writing).wire ?? {};
		const others = (given as IDataObject[]).filter((row) => !isObject(row) || row.name !== ID.name);
		const names = others.map((row) => row.name);
		const twice = names.find((each, index) => names.indexOf(each) < index);
		if (twice !== undefined) {
			throw new InvalidInput('Fields', `has the name "${twice}" twice`, 'Keep one of the two');
		}
		return { wire: { fields: [ID, ...others] } };
	},
};

export const createCatalog: Operation = {
	resource: 'catalog',
	value: 'create',
	name: 'Create',
	action: 'Create catalog',
	description: 'Create a catalog with its fields, still without items',
	endpoint: {
		method: 'POST',
		path: '/catalogs',
		permission: 'catalogs.create',
		rateLimit: CATALOGS_RATE_LIMIT,
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		alreadyDone: refusedAs('catalog-name-already-exists'),
		parts: [
			entries(
				{
					list: 'catalogs',
					key: ({ name: own }) => String(own),
					parts: [fields(name, description), fieldsBehindId],
				},
				{ most: 1, noun: CATALOG },
			),
		],
		output: ({ catalogs, ...answer }, { entries: [entry] }) => {
			const [catalog] = Array.isArray(catalogs) ? (catalogs as IDataObject[]) : [];
			return [catalog ?? { ...answer, name: (entry.wire as IDataObject).name }];
		},
	},
};
