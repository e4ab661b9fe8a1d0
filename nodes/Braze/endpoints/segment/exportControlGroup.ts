import { fieldsInFile } from '../../parts/userExport/fileFields';
import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { exportFile, exportOptions } from './exports';
import { messageOfSuccess } from '../../pipeline/send/success';

export const exportControlGroup: Operation = {
	resource: 'segment',
	value: 'exportControlGroup',
	name: 'Export Control Group',
	action: 'Export users of global control group',
	description: 'Have Braze write the users of the Global Control Group into a file',
	endpoint: {
		method: 'POST',
		path: '/users/export/global_control_group',
		permission: 'users.export.global_control_group',
		effect: 'write',
		success: messageOfSuccess,
		// a repeat starts another export
		repeat: 'unsafe',
		parts: [
			fields(
				fieldsInFile(
					'campaigns_received',
					'canvases_received',
					'created_from',
					'email_subscribe',
					'push_subscribe',
					'push_tokens',
				),
			),
			exportOptions(),
		],
		file: exportFile,
	},
};
