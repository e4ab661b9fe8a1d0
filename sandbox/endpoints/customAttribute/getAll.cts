import { cursorPage } from '../../lists.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /custom_attributes: 50 at a time. */
export const getCustomAttributes: Endpoint = {
	method: 'GET',
	path: '/custom_attributes',
	permission: 'custom_attributes.get',
	rateLimit: 'namesPerHour',
	query: keys({ cursor: string }),
	success: 200,
	handle(call) {
		const { items, headers } = cursorPage(call, call.workspace.customData.attributes());
		const attributes = items.map((attribute) => ({
			name: attribute.name,
			description: attribute.description ?? null,
			data_type: attribute.data_type,
			array_length: attribute.array_length ?? null,
			status: attribute.status ?? 'Active',
			tag_names: attribute.tag_names ?? [],
		}));
		return { body: { attributes, message: 'success' }, headers };
	},
};
