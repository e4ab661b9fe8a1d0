import { BrazeError } from '../errors.cts';
import {
	boolean,
	identifier,
	list,
	object,
	string,
	type JsonSchema,
} from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';
import type { Workspace } from './workspace.cts';

export interface SeedEmailTemplate {
	email_template_id: string;
	template_name: string;
	/** Given in the dashboard alone. */
	description?: string;
	subject?: string;
	preheader?: string;
	body?: string;
	plaintext_body?: string;
	should_inline_css?: boolean;
	created_at?: string;
	updated_at?: string;
	tags?: string[];
}

const dateTime: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };

export const emailTemplateSchema = object(
	'email template',
	{
		email_template_id: identifier,
		template_name: string,
		description: string,
		subject: string,
		preheader: string,
		body: string,
		plaintext_body: string,
		should_inline_css: boolean,
		created_at: dateTime,
		updated_at: dateTime,
		tags: list(string),
	},
	['email_template_id', 'template_name'],
);

/** An invented template, for lists of more than one page. */
export function fillerEmailTemplate(id: string, createdAt: string): SeedEmailTemplate {
	return {
		email_template_id: `e0f10000-0000-4000-8000-${id}`,
		template_name: `Filler template ${id}`,
		created_at: createdAt,
	};
}

export function openEmailTemplates(
	seeded: readonly SeedEmailTemplate[],
): Collection<SeedEmailTemplate> {
	return new Collection(seeded, ({ email_template_id: id }) => id);
}

/** The template of a request; refused where there is none. */
export function knownEmailTemplate(workspace: Workspace, id: unknown): SeedEmailTemplate {
	const template = workspace.emailTemplates.find(id);
	if (template) return template;
	throw new BrazeError(400, 'Invalid email_template_id');
}
