import { startExport } from '../../exports/file.cts';
import { fileExport } from '../../schemas/exports.cts';
import { keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /users/export/global_control_group */
export const exportControlGroup: Endpoint = {
	method: 'POST',
	path: '/users/export/global_control_group',
	permission: 'users.export.global_control_group',
	body: keys(fileExport(), ['fields_to_export']),
	success: 201,
	handle(call) {
		const { users, seed } = call.workspace;
		const group = seed.globalControlGroup ?? [];
		const members = users.everyone().filter(({ external_id: id }) => id && group.includes(id));
		return startExport(call, members);
	},
};
