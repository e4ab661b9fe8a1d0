import type { SandboxSeed } from '../seed.cts';

/** Every tag of the workspace: those of its objects and those nothing has yet. */
export function knownTags(seed: SandboxSeed): ReadonlySet<string> {
	const tagged = [
		seed.campaigns,
		seed.canvases,
		seed.segments,
		seed.email_templates,
		seed.content_blocks ?? [],
	].flat();
	return new Set([...(seed.tags ?? []), ...tagged.flatMap(({ tags }) => tags ?? [])]);
}
