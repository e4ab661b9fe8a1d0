import { BrazeError } from '../errors.cts';
import { MAX_TEMPLATE_BYTES } from '../limits.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { boolean, list, string, type JsonSchema } from './json-schema.cts';

/** What a request says of an email template. */
export interface EmailTemplateBody {
	template_name?: string;
	subject?: string;
	body?: string;
	plaintext_body?: string;
	preheader?: string;
	tags?: string[];
	should_inline_css?: boolean;
}

const NAME = 'Template name is required';

/** The keys of an email template in a request, with Braze's sentence for what is wrong with each. */
export const emailTemplate: Record<string, JsonSchema> = {
	template_name: { ...string, minLength: 1, brazeErrors: { type: NAME, minLength: NAME } },
	subject: string,
	body: string,
	plaintext_body: string,
	preheader: string,
	tags: list(
		{ ...string, brazeErrors: { type: 'All tags must be strings' } },
		{ brazeErrors: { type: 'Tags must be an array' } },
	),
	should_inline_css: {
		...boolean,
		brazeErrors: {
			type: 'Invalid value for should_inline_css. One of true or false was expected',
		},
	},
};

export const emailTemplateNeeds = { brazeErrors: { 'required:template_name': NAME } };

/** Refuses what a schema cannot say about an email template. */
export function checkEmailTemplate(
	workspace: Workspace,
	{ body = '', tags = [] }: EmailTemplateBody,
): void {
	if (Buffer.byteLength(body, 'utf8') > MAX_TEMPLATE_BYTES) {
		throw new BrazeError(400, 'The body must not be larger than 400 KB');
	}
	const included = [...body.matchAll(/content_blocks\.\$\{\s*([^}\s]+)\s*\}/g)];
	if (included.some(([, name]) => !workspace.contentBlocks.named(name))) {
		throw new BrazeError(400, 'Email must have valid Content Block names');
	}
	if (tags.some((tag) => !workspace.tags.has(tag))) {
		throw new BrazeError(400, 'Some tags could not be found');
	}
}
