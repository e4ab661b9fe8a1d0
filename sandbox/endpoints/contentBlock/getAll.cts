import { BrazeError, sentenceRefusal } from '../../errors.cts';
import { OFFSET_PAGE } from '../../limits.cts';
import { isWithin, offsetPage, type OffsetRules } from '../../lists.cts';
import { keys, string, type JsonSchema } from '../../schemas/json-schema.cts';
import { queryTime } from '../../schemas/queries.cts';
import { liquidTag } from '../../workspace/content-blocks.cts';
import { createdAt, lastEdited, millis } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

const RULES: OffsetRules = {
	size: OFFSET_PAGE,
	limitInvalid: 'Content Block number limit is invalid',
	limitTooSmall: 'Content Block number limit must be greater than 0',
	limitTooLarge: `Content Block number limit exceeds maximum of ${OFFSET_PAGE.max}`,
	offsetInvalid: 'Offset is invalid',
	offsetZero: 'Offset must be greater than 0.',
};

function modified(when: string): JsonSchema {
	return { ...queryTime, brazeErrors: { format: `Modified ${when} time is invalid` } };
}

/** GET /content_blocks/list: count is how many are in this answer. */
export const getContentBlocks: Endpoint = {
	method: 'GET',
	path: '/content_blocks/list',
	permission: 'content_blocks.list',
	query: keys({
		modified_after: modified('after'),
		modified_before: modified('before'),
		limit: string,
		offset: string,
	}),
	refusal: sentenceRefusal,
	success: 200,
	handle({ query, workspace }) {
		const { modified_after: after, modified_before: before } = query;
		if (after !== undefined && before !== undefined && millis(after) > millis(before)) {
			const fault = 'Modified after time must be earlier than or the same as modified before time.';
			throw new BrazeError(400, fault);
		}
		const found = workspace.contentBlocks
			.all()
			.filter((block) => isWithin(lastEdited(block), after, before));
		const blocks = offsetPage(found, query, RULES).map((block) => ({
			content_block_id: block.content_block_id,
			name: block.name,
			content_type: block.content_type ?? 'html',
			liquid_tag: liquidTag(block),
			inclusion_count: block.inclusions?.length ?? 0,
			created_at: createdAt(block),
			last_edited: lastEdited(block),
			tags: block.tags ?? [],
		}));
		return { body: { count: blocks.length, content_blocks: blocks } };
	},
};
