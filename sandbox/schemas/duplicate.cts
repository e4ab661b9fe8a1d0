import { BrazeError } from '../errors.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { identifier, list, string, type Properties } from './json-schema.cts';

/** What the copy of a campaign or a Canvas is told beside its original. */
export const copyKeys: Properties = {
	name: identifier,
	description: string,
	tag_names: list(identifier),
};

/** Refuses tags that the workspace does not have. */
export function checkTags({ tags }: Workspace, names: unknown): void {
	const unknown = [names ?? []].flat().filter((name) => !tags.has(String(name)));
	if (unknown.length === 0) return;
	throw new BrazeError(400, 'Tags could not be found', [`no tag ${unknown.join(', ')}`]);
}
