import { BrazeError } from '../errors.cts';
import type { SeedSegment } from '../workspace/segments.cts';
import type { Workspace } from '../workspace/workspace.cts';

/** The segment of a request; refused where there is none. */
export function knownSegment(workspace: Workspace, id: unknown): SeedSegment {
	const segment = workspace.segments.find(id);
	if (segment) return segment;
	throw new BrazeError(400, 'Invalid Segment ID', [`segment_id ${String(id)} is not known`]);
}
