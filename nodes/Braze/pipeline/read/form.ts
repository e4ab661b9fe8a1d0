import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../operation';
import { describeOptions, optionsCollection } from './options';

const forms = new WeakMap<Operation, INodeProperties[]>();

/** @returns every parameter of an operation, under no display rule */
export function formOf(operation: Operation): INodeProperties[] {
	const known = forms.get(operation);
	if (known) return known;
	const form = [
		...operation.endpoint.parts.flatMap(({ describe }) => describe({})),
		{ ...optionsCollection, options: describeOptions(operation) },
	];
	forms.set(operation, form);
	return form;
}
