import { byCreation, pageOf } from '../../lists.cts';
import { keys } from '../../schemas/json-schema.cts';
import { editedList } from '../../schemas/queries.cts';
import { createdAt, lastEdited } from '../../workspace/dates.cts';
import { isListed } from '../../workspace/states.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /canvas/list */
export const getCanvases: Endpoint = {
	method: 'GET',
	path: '/canvas/list',
	permission: 'canvas.list',
	query: keys(editedList),
	success: 200,
	handle({ query, workspace }) {
		const listed = workspace.canvases.all().filter((canvas) => isListed(canvas, query));
		const canvases = pageOf(byCreation(listed, query, createdAt), query).map((canvas) => ({
			id: canvas.id,
			last_edited: lastEdited(canvas),
			name: canvas.name,
			tags: canvas.tags ?? [],
		}));
		return { body: { canvases, message: 'success' } };
	},
};
