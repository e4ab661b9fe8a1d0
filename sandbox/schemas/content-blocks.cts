import { BrazeError } from '../errors.cts';
import { CONTENT_BLOCK } from '../limits.cts';
import { liquidTag } from '../workspace/content-blocks.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { isWellFormedLiquid } from './liquid.cts';
import { list, oneOf, string, type JsonSchema } from './json-schema.cts';

/** What a request says of a Content Block. */
export interface ContentBlockBody {
	name?: string;
	content?: string;
	description?: string;
	state?: 'active' | 'draft';
	tags?: string[];
}

const BLANK_CONTENT = 'Content cannot be blank';
const BLANK_NAME = 'Content Block name cannot be blank';
const STATE = 'Content Block state must be either active or draft';

const named: JsonSchema = {
	type: 'string',
	minLength: 1,
	maxLength: CONTENT_BLOCK.name - 1,
	pattern: '^[A-Za-z0-9_-]*$',
	brazeErrors: {
		type: BLANK_NAME,
		minLength: BLANK_NAME,
		maxLength: 'Content Block name must be shorter than 100 characters',
		pattern: 'Content Block name can only contain alphanumeric characters',
	},
};

/** The keys of a Content Block in a request, with Braze's sentence for what is wrong with each. */
export const contentBlock = {
	name: named,
	content: {
		...string,
		minLength: 1,
		brazeErrors: { type: 'Content must be a string', minLength: BLANK_CONTENT },
	} as JsonSchema,
	description: {
		...string,
		minLength: 1,
		maxLength: CONTENT_BLOCK.description - 1,
		brazeErrors: {
			type: 'Content Block description must be a string',
			minLength: 'Content Block description cannot be blank',
			maxLength: 'Content Block description must be shorter than 250 characters',
		},
	} as JsonSchema,
	state: { ...oneOf('active', 'draft'), brazeErrors: { type: STATE, enum: STATE } } as JsonSchema,
	tags: list(
		{ ...string, brazeErrors: { type: 'All tags must be strings' } },
		{ brazeErrors: { type: 'Tags must be an array' } },
	),
};

export const contentBlockNeeds = {
	brazeErrors: { 'required:name': BLANK_NAME, 'required:content': BLANK_CONTENT },
};

/**
 * Refuses what a schema cannot say about a Content Block.
 *
 * @param name of the block, where the body does not change it
 * @param ownId of the block that is updated, which may keep its name
 */
export function checkContentBlock(
	workspace: Workspace,
	body: ContentBlockBody,
	name: string,
	ownId?: string,
): void {
	const { content = '', description, tags = [] } = body;
	if (Buffer.byteLength(content, 'utf8') >= CONTENT_BLOCK.bytes) {
		throw new BrazeError(400, 'Content must be smaller than 50kb');
	}
	if (body.content !== undefined && content.trim() === '') {
		throw new BrazeError(400, BLANK_CONTENT);
	}
	if (description?.trim() === '') {
		throw new BrazeError(400, 'Content Block description cannot be blank');
	}
	if (!isWellFormedLiquid(content)) throw new BrazeError(400, 'Content contains malformed liquid');
	if (content.replaceAll(/\s/g, '').includes(liquidTag({ name }))) {
		throw new BrazeError(400, 'Content Block cannot be referenced within itself');
	}
	const other = workspace.contentBlocks.named(name);
	if (other && other.content_block_id !== ownId) {
		throw new BrazeError(400, 'Content Block with this name already exists');
	}
	if (tags.some((tag) => !workspace.tags.has(tag))) {
		throw new BrazeError(400, 'Some tags could not be found');
	}
}
