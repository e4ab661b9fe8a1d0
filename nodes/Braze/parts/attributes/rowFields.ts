import type { BrazeField } from '../../schema/field';

/** The *Type* that leaves a value to the type of the attribute. */
export const AS_GIVEN = 'asGiven';
const withValue = ['addToList', 'increment', 'removeFromList', 'set'];
const ofObject = ['removeObject', 'updateObject'];
const when = (...changes: string[]) => ({ show: { change: changes } });

const attribute: BrazeField = {
	displayName: 'Attribute',
	name: 'attribute',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'Custom attribute or profile field; names of custom attributes are case-sensitive',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchAttributes', searchable: true },
		},
		{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. loyalty_tier' },
	],
};

export const change: BrazeField = {
	displayName: 'What to Do',
	name: 'change',
	type: 'options',
	default: 'set',
	options: [
		{ name: 'Add Object', value: 'addObject', description: 'To a list of objects' },
		{ name: 'Add to List', value: 'addToList' },
		{
			name: 'Increment',
			value: 'increment',
			description: 'By a whole number, which may be below 0',
		},
		{ name: 'Remove Attribute', value: 'remove' },
		{ name: 'Remove From List', value: 'removeFromList' },
		{ name: 'Remove Object', value: 'removeObject', description: 'From a list of objects' },
		{ name: 'Set', value: 'set' },
		{ name: 'Update Object', value: 'updateObject', description: 'In a list of objects' },
	],
};

export const type: BrazeField = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	default: AS_GIVEN,
	description:
		'Type of the value: as given it becomes that of the attribute picked from the list, where that loses nothing',
	options: [
		{ name: 'As Given', value: AS_GIVEN },
		{ name: 'Boolean', value: 'boolean' },
		{ name: 'List', value: 'list' },
		{ name: 'List of Objects', value: 'objects' },
		{ name: 'Number', value: 'number' },
		{ name: 'Object', value: 'object' },
		{ name: 'Text', value: 'text' },
		{ name: 'Time', value: 'time' },
	],
	displayOptions: when('set', ...ofObject),
};

const text = (
	displayName: string,
	name: string,
	description: string,
	changes: string[],
	placeholder?: string,
): BrazeField => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	...(placeholder ? { placeholder } : {}),
	displayOptions: when(...changes),
});

const value = text(
	'Value',
	'value',
	'Lists with commas between their entries; null removes the attribute, and what an expression does not find is left alone',
	withValue,
);
export const nestedKey = text(
	'Nested Key',
	'nestedKey',
	'Key inside the object that is set while its other keys stay; dots go deeper',
	['set'],
	'e.g. address.city',
);
const identifierKey = text(
	'Identifier Key',
	'identifierKey',
	'Key by which the object is found in the list',
	ofObject,
	'e.g. id',
);
const identifierValue = text(
	'Identifier Value',
	'identifierValue',
	'What that key holds in the object that is meant',
	ofObject,
);
export const object: BrazeField = {
	displayName: 'Object',
	name: 'object',
	type: 'assignmentCollection',
	default: {},
	displayOptions: when('addObject', 'updateObject'),
};

/** The attributes as rows: what to do with which, one after the other. */
export const attributeRows: BrazeField = {
	displayName: 'Attributes',
	name: 'attributeRows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Attribute', sortable: true },
	placeholder: 'Add Attribute',
	default: {},
	options: [
		{
			displayName: 'Attribute',
			name: 'row',
			values: [attribute, change, value, type, nestedKey, identifierKey, identifierValue, object],
		},
	],
};
