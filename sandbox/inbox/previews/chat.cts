import { fact, type Fact, type Fields } from '../fields.cts';
import { media, type Preview } from './preview.cts';

/** A text message. */
export function sms(message: Fields): Preview {
	return {
		look: 'sms',
		text: message.text('body'),
		media: media('Media', ...message.texts('media_items')),
	};
}

/** A WhatsApp message, whatever its type. */
export function whatsApp(message: Fields): Preview {
	const content = message.object('message');
	const type = message.text('message_type');
	const base: Preview = {
		look: 'whats-app',
		title: content.text('header_text') ?? content.text('header'),
		text: content.text('body') ?? content.text('caption'),
		footer: content.text('footer'),
		media: [
			...media('Image', content.text('header_image_uri'), content.text('image_uri')),
			...media('Header', content.text('header_media_uri')),
		],
	};
	const own = type === 'template_message' ? template(content) : answer(content);
	return { ...base, ...own, rest: [...fact('message_type', type), ...content.facts()] };
}

function template(content: Fields): Partial<Preview> {
	const name = content.text('template_name');
	const language = content.text('template_language_code');
	return {
		from: `Template ${name} (${language})`,
		facts: variables(content),
		parts: content.objects('carousel_cards').map((card) => ({
			look: 'other',
			media: media(card.text('header_media_type') ?? 'Media', card.text('header_media_uri')),
			facts: variables(card),
		})),
	};
}

function variables(content: Fields): Fact[] {
	return ['Header', 'Body', 'Button'].flatMap((place) =>
		content
			.object(`${place.toLowerCase()}_variables`)
			.facts()
			// Braze counts from 0, the template itself from 1.
			.map(({ name, value }) => ({ name: `${place} {{${Number(name) + 1}}}`, value })),
	);
}

function answer(content: Fields): Partial<Preview> {
	const list = content.object('list');
	const flow = content.object('flow_button');
	const caption = flow.text('caption');
	const listLabel = list.text('list_button_text');
	return {
		buttons: [
			...content.objects('buttons').map((button) => ({ label: button.text('text') ?? '' })),
			...(caption ? [{ label: caption, opens: `Flow ${flow.text('flow_id')}` }] : []),
			...(listLabel ? [{ label: listLabel, opens: 'the list' }] : []),
		],
		parts: [...list.objects('list_sections').map(section), ...content.objects('cards').map(card)],
	};
}

function section(content: Fields): Preview {
	return {
		look: 'other',
		title: content.text('section_title'),
		facts: content.objects('list_rows').map((row) => ({
			name: row.text('row_title') ?? '',
			value: row.text('row_description') ?? '',
		})),
	};
}

function card(content: Fields): Preview {
	const link = content.object('cta_url_button');
	const label = link.text('display_text');
	return {
		look: 'other',
		text: content.text('body_text'),
		media: media(content.text('media_type') ?? 'Media', content.text('media_uri')),
		buttons: [
			...content.texts('buttons').map((text) => ({ label: text })),
			...(label ? [{ label, opens: link.text('url') }] : []),
		],
	};
}
