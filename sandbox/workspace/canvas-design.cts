import { idOf } from '../reports/numbers.cts';
import type { SeedCanvas } from './canvases.cts';
import { channelInDetails, variationContent } from './variations.cts';

/** A step of a Canvas that sends something. */
export interface MessageStep {
	id: string;
	name: string;
	variationId: string;
	messageKey: string;
}

/** What the dashboard holds for a Canvas; the same for each, with ids of its own. */
export interface CanvasDesign {
	variants: Array<{ id: string; name: string }>;
	messageSteps: MessageStep[];
	decisionId: string;
}

export function designOf({ id }: Pick<SeedCanvas, 'id'>): CanvasDesign {
	const step = (name: string, messageKey: string): MessageStep => ({
		id: idOf(id, name),
		name,
		variationId: idOf(id, name, messageKey),
		messageKey,
	});
	return {
		variants: [1, 2].map((number) => ({
			id: idOf(id, 'variant', number),
			name: `Variant ${number}`,
		})),
		messageSteps: [step('Welcome email', 'email'), step('Reminder push', 'apple_push')],
		decisionId: idOf(id, 'decision'),
	};
}

/** Variants and steps as the details of a Canvas list them. */
export function designInDetails(canvas: SeedCanvas): Record<string, unknown> {
	const { variants, messageSteps, decisionId } = designOf(canvas);
	const [first, second] = messageSteps;
	const message = ({ id, name, variationId, messageKey }: MessageStep, next: string[]) => {
		const channel = channelInDetails(messageKey);
		return {
			name,
			type: 'message',
			id,
			next_step_ids: next,
			next_paths: next.map((to) => ({ name: null, next_step_id: to })),
			channels: [channel],
			messages: { [variationId]: { channel, name, ...variationContent(messageKey) } },
		};
	};
	return {
		channels: messageSteps.map(({ messageKey }) => channelInDetails(messageKey)),
		variants: variants.map(({ id, name }) => ({
			id,
			name,
			first_step_ids: [first.id],
			first_step_id: first.id,
		})),
		steps: [
			message(first, [decisionId]),
			{
				name: 'Opened?',
				type: 'decision_split',
				id: decisionId,
				next_step_ids: [],
				next_paths: [
					{ name: 'Yes', next_step_id: null },
					{ name: 'No', next_step_id: second.id },
				],
				channels: [],
				messages: {},
			},
			message(second, []),
		],
	};
}
