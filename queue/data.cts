import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Removes what the servers kept in their folders, which linters would walk through, and leaves their logs. */
export function removeData(directory: string): void {
	if (!existsSync(directory)) return;
	const files = readdirSync(directory, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap(({ name }) =>
			readdirSync(path.join(directory, name)).map((file) => path.join(directory, name, file)),
		);
	for (const file of files.filter((each) => !each.endsWith('.log'))) {
		rmSync(file, { recursive: true, force: true });
	}
}
