import { fromListOrById } from '../../parts/identifiers';
import type { BrazeField } from '../../schema/field';

/** Largest HTML in bytes (Braze docs: 400 KB). */
const MAX_BODY_BYTES = 400 * 1024;

export const emailTemplateId: BrazeField = {
	displayName: 'Email Template',
	name: 'emailTemplateId',
	type: 'resourceLocator',
	identifier: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: fromListOrById('searchEmailTemplates'),
	description: 'Template of the HTML editor; those of the drag-and-drop editor are not in the API',
};

export const templateName: BrazeField = {
	displayName: 'Template Name',
	name: 'templateName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Weekly newsletter',
	description: 'Name in the dashboard; Braze takes the same name twice',
};

export const subject: BrazeField = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	required: true,
	default: '',
	liquid: true,
	description: 'Subject line',
};

export const body: BrazeField = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	required: true,
	default: '',
	typeOptions: { editor: 'htmlEditor', rows: 10 },
	maxBytes: MAX_BODY_BYTES,
	liquid: true,
	description: 'HTML, up to 400 KB',
};

export const plaintextBody: BrazeField = {
	displayName: 'Plaintext Body',
	name: 'plaintextBody',
	type: 'string',
	default: '',
	typeOptions: { rows: 5 },
	liquid: true,
	description: 'For readers without HTML',
};

export const preheader: BrazeField = {
	displayName: 'Preheader',
	name: 'preheader',
	type: 'string',
	default: '',
	liquid: true,
	description: 'Preview in the inbox, best 50 to 100 characters long',
};

export const shouldInlineCss: BrazeField = {
	displayName: 'Inline CSS',
	name: 'shouldInlineCss',
	type: 'boolean',
	default: true,
	description: 'Whether to inline the CSS, whatever the workspace says',
};

/** The same at full width in an update, where nothing has to change. */
export const unlessEmpty = (field: BrazeField): BrazeField => ({
	...field,
	required: false,
	description: `${field.description}; left empty, it stays as it is`,
});
