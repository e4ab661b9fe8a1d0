import { BrazeError, sentenceRefusal } from '../../errors.cts';
import {
	checkContentBlock,
	contentBlock,
	type ContentBlockBody,
} from '../../schemas/content-blocks.cts';
import { keys } from '../../schemas/json-schema.cts';
import { contentBlockId, knownContentBlock, liquidTag } from '../../workspace/content-blocks.cts';
import { createdAt, isoSeconds } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /content_blocks/update: what is left out stays, except that a draft without state becomes active. */
export const updateContentBlock: Endpoint = {
	method: 'POST',
	path: '/content_blocks/update',
	permission: 'content_blocks.update',
	body: keys({ content_block_id: contentBlockId, ...contentBlock }, ['content_block_id'], {
		brazeErrors: contentBlockId.brazeErrors,
	}),
	refusal: sentenceRefusal,
	success: 201,
	handle({ body, workspace, note }) {
		const { content_block_id: id, ...given } = body as unknown as ContentBlockBody & {
			content_block_id: string;
		};
		const block = knownContentBlock(workspace, id);
		const isActive = (block.state ?? 'active') === 'active';
		checkContentBlock(workspace, given, given.name ?? block.name, id);
		if (isActive && given.state === 'draft') {
			const fault = 'Active Content Block can not be updated to Draft. Create a new Content Block.';
			throw new BrazeError(400, fault);
		}
		// Braze's list of refusals has this one; people who rename active blocks do not meet it.
		if (isActive && given.name !== undefined && given.name !== block.name) {
			note('an active Content Block is renamed, which Braze says it refuses');
		}
		if (!isActive && given.state === undefined) note('the draft becomes active');
		Object.assign(block, { state: 'active' }, given);
		block.last_edited = isoSeconds(workspace.clock.now());
		return {
			body: {
				content_block_id: id,
				liquid_tag: liquidTag(block),
				created_at: createdAt(block),
				message: 'success',
			},
		};
	},
};
