import type { Answer, Call } from '../endpoints/endpoint.cts';
import { BrazeError } from '../errors.cts';
import type { UserExport } from '../workspace/exports.cts';
import type { UserProfile } from '../workspace/users.cts';
import { zipOf } from '../workspace/zip.cts';

/** Where the files are, outside of the API. */
export const FILES_PATH = '/sandbox/exports';

/** A field of a profile as an export has it; undefined where the sandbox keeps none. */
function fieldOf(profile: UserProfile, field: string): unknown {
	switch (field) {
		case 'custom_events':
			return profile.events.map(({ name }) => ({ name }));
		case 'purchases':
			return profile.purchases.map(({ name }) => ({ name }));
		case 'email_subscribe':
			return profile.email_subscription;
		case 'push_subscribe':
			return profile.push_subscription;
		default:
			return (
				(profile as unknown as Record<string, unknown>)[field] ?? profile.further_fields[field]
			);
	}
}

function lineOf(profile: UserProfile, fields: string[], attributes?: string[]): string {
	const user = Object.fromEntries(fields.map((field) => [field, fieldOf(profile, field)]));
	if (attributes) {
		const named = Object.entries(profile.custom_attributes).filter(([name]) =>
			attributes.includes(name),
		);
		user.custom_attributes = Object.fromEntries(named);
	}
	return JSON.stringify(user);
}

/** Starts an export of these users and answers with where its file will be. */
export function startExport(call: Call, users: UserProfile[], segmentId?: string): Answer {
	const { body, workspace, origin } = call;
	const fields = body.fields_to_export as string[];
	const attributes = body.custom_attributes_to_export as string[] | undefined;
	const ownStorage = workspace.seed.cloudStorage === true;
	if (body.output_format === 'gzip' && !ownStorage) {
		throw new BrazeError(400, 'Bad Request', ['output_format gzip needs cloud storage']);
	}
	const lines = users.map((profile) => lineOf(profile, fields, attributes)).join('\n');
	const started = workspace.exports.start(workspace.clock.now(), { segmentId, lines });
	const url = `${origin}${FILES_PATH}/${started.prefix}.zip`;
	const callback = body.callback_endpoint as string | undefined;
	if (callback !== undefined) {
		started.callback = { url: callback, body: { success: true, ...(ownStorage ? {} : { url }) } };
	}
	workspace.tasks.add(started.readyAt, () => finish(call, started));
	return {
		body: {
			message: 'success',
			object_prefix: started.prefix,
			...(ownStorage ? {} : { url }),
		},
	};
}

function finish({ workspace, note }: Call, started: UserExport): void {
	if (started.state === 'cancelled') return;
	started.state = 'done';
	const { callback } = started;
	if (!callback) return;
	workspace.sender.callback(callback.url, callback.body, (outcome) => {
		callback.outcome = outcome;
		note(`the callback endpoint: ${outcome}`);
	});
}

/** What the address of a file answers: a storage that knows no keys, and has the file once it is written. */
export function fileAt(
	exports: readonly UserExport[],
	name: string,
	authorization: string | undefined,
): { status: number; body: Buffer | string } {
	if (authorization !== undefined) {
		return { status: 400, body: 'Only one way to authorize is allowed, and the address has it' };
	}
	const found = exports.find(({ prefix }) => name === `${prefix}.zip`);
	if (found?.state !== 'done') return { status: 403, body: 'Access denied' };
	return { status: 200, body: zipOf(`${found.prefix}.txt`, found.lines) };
}
