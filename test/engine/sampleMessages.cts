import { readSeed, type SandboxSeed } from '../../sandbox/sandbox.cts';
import { objectOfMessageKey } from '../../sandbox/schemas/index.cts';
import { applePush } from '../unit/messages/samples/applePush.cts';
import { content } from '../unit/messages/samples/content.cts';
import { legacy } from '../unit/messages/samples/legacy.cts';
import { push } from '../unit/messages/samples/push.cts';
import { whatsApp } from '../unit/messages/samples/whatsApp.cts';
import { find, type Values } from '../unit/messages/support.cts';
import { furtherSamples } from './furtherSamples.cts';

/** A channel's form and the message it becomes. */
export interface SampleMessage {
	what: string;
	/** Name of the message object in the node. */
	name: string;
	form: Values;
	wire: Values;
}

/** Braze's documents leave open what becomes of a file whose web address has no ending; the sandbox refuses it. */
const withEnding = ({ url }: { url?: string }): boolean => !url?.endsWith('/download');

function withoutOpenQuestions(values: Values): Values {
	const text = JSON.stringify(values, (_key, value: unknown) =>
		Array.isArray(value) ? value.filter(withEnding) : value,
	);
	return JSON.parse(text) as Values;
}

/** Messages that together have every field of every channel. */
export const sampleMessages: SampleMessage[] = [
	...applePush,
	...push,
	...content,
	...whatsApp,
	...legacy,
	...furtherSamples,
].map(([what, { name, form, wire }]) => ({
	what,
	name,
	form: withoutOpenQuestions(form),
	wire: withoutOpenQuestions(wire),
}));

/** Campaign of the variations that the samples name. */
export const SAMPLE_CAMPAIGN = 'c5000000-0000-4000-8000-000000000001';

/** The sandbox's seed with what the samples name of a workspace: variations and templates. */
export function sampleSeed(): SandboxSeed {
	const seed = readSeed();
	const variations = sampleMessages.flatMap(({ name, wire }) => {
		const { message_variation_id: id } = wire;
		return typeof id === 'string' ? [[id, objectOfMessageKey[find(name).wireKey]]] : [];
	});
	const templates = sampleMessages.flatMap(({ wire }) => wire.email_template_id ?? []) as string[];
	return {
		...seed,
		campaigns: [
			...seed.campaigns,
			{
				id: SAMPLE_CAMPAIGN,
				name: 'Samples',
				kind: 'api',
				variations: Object.fromEntries(variations) as Record<string, string>,
			},
		],
		email_templates: [
			...seed.email_templates,
			...[...new Set(templates)].map((id) => ({ email_template_id: id, template_name: id })),
		],
	};
}

/** Whether a wire object has the key at the end of a path, lists and objects in between. */
export function hasPath(value: unknown, path: string): boolean {
	return has(value, path.replaceAll('[]', '').split('.'));
}

function has(value: unknown, [part, ...rest]: string[]): boolean {
	if (part === undefined) return true;
	if (Array.isArray(value)) return value.some((entry) => has(entry, [part, ...rest]));
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(([key, inner]) => key === part && has(inner, rest));
}
