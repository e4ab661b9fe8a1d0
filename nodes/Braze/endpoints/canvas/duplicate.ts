import { canvasId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { duplicate } from '../duplicate';

export const duplicateCanvas: Operation = {
	resource: 'canvas',
	value: 'duplicate',
	name: 'Duplicate',
	action: 'Duplicate Canvas',
	description: 'Copy a Canvas under a new name; Braze makes the copy soon after',
	endpoint: duplicate('/canvas/duplicate', 'canvas.duplicate', {
		...canvasId,
		description: 'Canvas to copy',
	}),
};
