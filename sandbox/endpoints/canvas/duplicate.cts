import { BrazeError } from '../../errors.cts';
import { CANVAS_ID_FAULT, canvasId, needs } from '../../schemas/ids.cts';
import { checkTags, copyKeys } from '../../schemas/duplicate.cts';
import { keys } from '../../schemas/json-schema.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import { newId } from '../../workspace/ids.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /canvas/duplicate: the copy is a draft, and nothing tells its id. */
export const duplicateCanvas: Endpoint = {
	method: 'POST',
	path: '/canvas/duplicate',
	permission: 'canvas.duplicate',
	rateLimit: 'canvasDuplicatesPerMinute',
	body: keys({ canvas_id: canvasId, ...copyKeys }, ['canvas_id', 'name'], needs.canvas),
	success: 202,
	handle({ body, workspace }) {
		const original = workspace.canvases.find(body.canvas_id);
		if (!original) throw new BrazeError(400, CANVAS_ID_FAULT);
		checkTags(workspace, body.tag_names);
		const now = isoSeconds(workspace.clock.now());
		workspace.canvases.add({
			...original,
			id: newId(),
			name: String(body.name),
			state: 'draft',
			created_at: now,
			last_edited: now,
			...(typeof body.description === 'string' && { description: body.description }),
			...(Array.isArray(body.tag_names) && { tags: body.tag_names as string[] }),
		});
		return done();
	},
};
