import { additionalFields, fields } from '../parts/fields';
import type { Endpoint } from '../pipeline/operation';
import type { BrazeField } from '../schema/field';
import { anySuccess } from '../pipeline/send/success';

const name: BrazeField = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	description: 'Name of the copy; a new one, since its ID has to be looked up by it with Get Many',
};

const description: BrazeField = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description: 'Description of the copy',
};

const tagNames: BrazeField = {
	displayName: 'Tags',
	name: 'tagNames',
	type: 'string',
	default: [],
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tag' },
	description: 'Tags of the workspace, instead of those of the original',
};

/**
 * @param original the field that chooses what to copy
 * @returns the endpoint that copies it; never repeated after a doubt, since a repeat makes a second copy
 */
export const duplicate = (path: string, permission: string, original: BrazeField): Endpoint => ({
	method: 'POST',
	path,
	permission,
	rateLimit: '100 a minute',
	effect: 'write',
	repeat: 'unsafe',
	success: anySuccess,
	parts: [fields(original, name), additionalFields(description, tagNames)],
});
