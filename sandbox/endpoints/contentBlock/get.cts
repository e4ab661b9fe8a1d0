import { sentenceRefusal } from '../../errors.cts';
import { keys } from '../../schemas/json-schema.cts';
import { flag } from '../../schemas/queries.cts';
import { contentBlockId, knownContentBlock } from '../../workspace/content-blocks.cts';
import { createdAt, lastEdited } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

const INCLUSION_FAULT = 'Include Inclusion Data - error';

/** GET /content_blocks/info: everything but the state. */
export const getContentBlock: Endpoint = {
	method: 'GET',
	path: '/content_blocks/info',
	permission: 'content_blocks.info',
	query: keys(
		{
			content_block_id: contentBlockId,
			include_inclusion_data: { ...flag, brazeErrors: { enum: INCLUSION_FAULT } },
		},
		['content_block_id'],
		{ brazeErrors: contentBlockId.brazeErrors },
	),
	refusal: sentenceRefusal,
	success: 200,
	handle({ query, workspace }) {
		const block = knownContentBlock(workspace, query.content_block_id);
		const inclusions = block.inclusions ?? [];
		return {
			body: {
				content_block_id: block.content_block_id,
				name: block.name,
				content: block.content,
				description: block.description ?? '',
				content_type: block.content_type ?? 'html',
				tags: block.tags ?? [],
				created_at: createdAt(block),
				last_edited: lastEdited(block),
				inclusion_count: inclusions.length,
				...(query.include_inclusion_data === 'true' && { inclusion_data: inclusions }),
				message: 'success',
			},
		};
	},
};
