import { MAX_WHATS_APP_LIST_ROWS } from '../../limits.cts';
import { holds, identifier, keyValues, object, oneOf, string } from '../json-schema.cts';
import type { Problem } from '../validate.cts';
import type { MessageObject } from './message-object.cts';
import { whatsAppMessages } from './whats-app-messages.cts';

const schema = object(
	'whats_app',
	{
		app_id: identifier,
		subscription_group_id: identifier,
		message_variation_id: string,
		message_type: oneOf(...Object.keys(whatsAppMessages)),
		message: keyValues,
	},
	['app_id', 'subscription_group_id', 'message_type', 'message'],
	{
		allOf: Object.entries(whatsAppMessages).map(([type, message]) => ({
			if: holds('message_type', type),
			then: { properties: { message } },
		})),
	},
);

interface WhatsApp {
	message: {
		list?: { list_sections: Array<{ list_rows: unknown[] }> };
		carousel_cards?: Array<{ header_media_type: string }>;
		cards?: Array<{ media_type: string; buttons?: string[] }>;
	};
}

function allSame(values: unknown[]): boolean {
	return new Set(values).size <= 1;
}

export const whatsApp: MessageObject<WhatsApp> = {
	schema,
	rules({ message }, { path }) {
		const problems: Problem[] = [];
		const rows = (message.list?.list_sections ?? []).flatMap((section) => section.list_rows);
		if (rows.length > MAX_WHATS_APP_LIST_ROWS) {
			const limit = `at most ${MAX_WHATS_APP_LIST_ROWS} rows over all sections`;
			problems.push({ detail: `${path}.message.list.list_sections must hold ${limit}` });
		}
		if (!allSame((message.carousel_cards ?? []).map((card) => card.header_media_type))) {
			const at = `${path}.message.carousel_cards`;
			problems.push({ detail: `${at} must have the same header_media_type on each card` });
		}
		if (!allSame((message.cards ?? []).map((card) => card.media_type))) {
			const at = `${path}.message.cards`;
			problems.push({ detail: `${at} must have the same media_type on each card` });
		}
		if (!allSame((message.cards ?? []).map((card) => card.buttons?.length))) {
			const at = `${path}.message.cards`;
			problems.push({ detail: `${at} must have the same number of buttons on each card` });
		}
		return problems;
	},
};
