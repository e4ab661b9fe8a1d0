import { fieldsInFile } from '../../parts/userExport/fileFields';
import { fields, rule } from '../../parts/fields';
import { segmentId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { isAbsent } from '../../schema/convert';
import type { BrazeField } from '../../schema/field';
import { InvalidInput } from '../../schema/invalidInput';
import { exportFile, exportOptions } from './exports';
import { messageOfSuccess } from '../../pipeline/send/success';

/** Custom attributes that an export may name (Braze docs). */
const MAX_CUSTOM_ATTRIBUTES = 500;

const customAttributes: BrazeField = {
	displayName: 'Custom Attributes to Export',
	name: 'customAttributesToExport',
	type: 'string',
	default: [],
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Custom Attribute' },
	maxItems: MAX_CUSTOM_ATTRIBUTES,
	description: 'Only these; to export all of them, choose Custom Attributes among the fields',
};

export const exportSegment: Operation = {
	resource: 'segment',
	value: 'export',
	name: 'Export',
	action: 'Export users of segment',
	description: 'Have Braze write the users of a segment into a file, and wait for it if you like',
	endpoint: {
		method: 'POST',
		path: '/users/export/segment',
		permission: 'users.export.segment',
		effect: 'write',
		success: messageOfSuccess,
		// a repeat starts another export, or is refused while the first one runs
		repeat: 'unsafe',
		parts: [
			fields(
				{ ...segmentId, required: true, description: 'Segment whose users to export' },
				fieldsInFile(),
			),
			exportOptions(customAttributes),
			rule(({ wire: { fields_to_export: all, custom_attributes_to_export: some } }) => {
				if (isAbsent(some) || !(all as string[]).includes('custom_attributes')) return;
				throw new InvalidInput(
					customAttributes.displayName,
					'are named while all of them are exported',
					'Take Custom Attributes out of the fields, or name none',
				);
			}),
		],
		advice: {
			429: 'Braze makes one export of a segment at a time: wait for the one that runs or cancel it, then run the item again',
		},
		file: exportFile,
	},
};
