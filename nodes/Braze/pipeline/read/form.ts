import type { INodeProperties } from 'n8n-workflow';

import type { Endpoint } from '../operation';
import { describeOptions } from './options';

const forms = new WeakMap<Endpoint, INodeProperties[]>();

/** @returns every parameter of an endpoint, under no display rule */
export function formOf(endpoint: Endpoint): INodeProperties[] {
	const known = forms.get(endpoint);
	if (known) return known;
	const form = [
		...endpoint.parts.flatMap(({ describe }) => describe({})),
		describeOptions(endpoint, {}),
	];
	forms.set(endpoint, form);
	return form;
}
