import { BrazeError } from '../errors.cts';
import {
	identifier,
	list,
	object,
	oneOf,
	string,
	type JsonSchema,
} from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';
import { datedSchema, type Dated } from './dates.cts';
import type { Workspace } from './workspace.cts';

export interface SeedContentBlock extends Dated {
	content_block_id: string;
	name: string;
	content: string;
	description?: string;
	content_type?: 'html' | 'text';
	/** Default active. Braze never tells it. */
	state?: 'active' | 'draft';
	tags?: string[];
	/** Messages that insert it: {campaign_id or canvas_step_id, message_variation_id}. */
	inclusions?: Array<Record<string, string>>;
}

export const contentBlockSchema = object(
	'content block',
	{
		content_block_id: identifier,
		name: identifier,
		content: string,
		description: string,
		content_type: oneOf('html', 'text'),
		state: oneOf('active', 'draft'),
		tags: list(string),
		...datedSchema,
		inclusions: list({ type: 'object', additionalProperties: string }),
	},
	['content_block_id', 'name', 'content'],
);

/** An invented Content Block, for lists of more than one page. */
export function fillerContentBlock(id: string, createdAt: string): SeedContentBlock {
	return {
		content_block_id: `cbf10000-0000-4000-8000-${id}`,
		name: `filler-block-${id}`,
		content: 'Filler',
		created_at: createdAt,
	};
}

export class ContentBlocks extends Collection<SeedContentBlock> {
	constructor(seeded: readonly SeedContentBlock[]) {
		super(seeded, ({ content_block_id: id }) => id);
	}

	named(name: string): SeedContentBlock | undefined {
		return this.all().find((block) => block.name === name);
	}
}

/** What inserts a Content Block into a message. */
export function liquidTag({ name }: Pick<SeedContentBlock, 'name'>): string {
	return `{{content_blocks.\${${name}}}}`;
}

const BLANK_ID = 'Content Block ID cannot be blank';

/** The key that names a Content Block in a request. */
export const contentBlockId: JsonSchema = {
	...identifier,
	brazeErrors: { type: BLANK_ID, minLength: BLANK_ID, 'required:content_block_id': BLANK_ID },
};

/** The Content Block of a request; refused where there is none. */
export function knownContentBlock(workspace: Workspace, id: unknown): SeedContentBlock {
	const block = workspace.contentBlocks.find(id);
	if (block) return block;
	throw new BrazeError(400, 'Content Block ID is invalid for this workspace');
}
