import { sentenceRefusal } from '../../errors.cts';
import {
	checkContentBlock,
	contentBlock,
	contentBlockNeeds,
	type ContentBlockBody,
} from '../../schemas/content-blocks.cts';
import { keys } from '../../schemas/json-schema.cts';
import { liquidTag } from '../../workspace/content-blocks.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import { newId } from '../../workspace/ids.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /content_blocks/create */
export const createContentBlock: Endpoint = {
	method: 'POST',
	path: '/content_blocks/create',
	permission: 'content_blocks.create',
	body: keys(contentBlock, ['name', 'content'], contentBlockNeeds),
	refusal: sentenceRefusal,
	success: 201,
	handle({ body, workspace }) {
		const given = body as unknown as ContentBlockBody & { name: string; content: string };
		checkContentBlock(workspace, given, given.name);
		const at = isoSeconds(workspace.clock.now());
		const block = { content_block_id: newId(), created_at: at, last_edited: at, ...given };
		workspace.contentBlocks.add(block);
		return {
			body: {
				content_block_id: block.content_block_id,
				liquid_tag: liquidTag(block),
				created_at: at,
				message: 'success',
			},
		};
	},
};
