import { textOf, type Fields } from '../fields.cts';
import { colorOf, media, type Preview } from './preview.cts';

/** A content card in an app or on a website. */
export function contentCard(message: Fields): Preview {
	const label = message.text('uri_text');
	const opens = ['web_uri', 'ios_uri', 'android_uri'].flatMap((name) => message.text(name) ?? []);
	const address = [...new Set(opens)].join(' · ') || undefined;
	return {
		look: 'card',
		shape: message.text('type'),
		from: message.take('pinned') === true ? 'Pinned' : undefined,
		title: message.text('title'),
		text: message.text('description'),
		media: media('Image', message.text('image_url')),
		...(label ? { buttons: [{ label, opens: address }] } : { opens: address }),
	};
}

/** A message inside an app that is open. */
export function inAppMessage(message: Fields): Preview {
	return {
		look: 'in-app',
		shape: message.text('type'),
		title: message.text('header'),
		text: message.text('message'),
		media: media('Image', message.text('image_url')),
		buttons: message
			.objects('buttons')
			.map((button) => ({ label: button.text('text') ?? '', opens: opensOf(button) })),
		colors: {
			background: colorOf(message.take('background_color')),
			text: colorOf(message.take('message_text_color')),
		},
		opens: opensOf(message),
	};
}

/** A request Braze makes to somebody's server. */
export function webhook(message: Fields): Preview {
	const headers = message.object('request_headers').facts();
	const head = headers.map(({ name, value }) => `${name}: ${value}`);
	const body = textOf(message.take('body'));
	const code = [head.join('\n'), body ?? ''].filter((part) => part !== '').join('\n\n');
	return {
		look: 'request',
		title: `${message.text('request_method')} ${message.text('url')}`,
		code: code || undefined,
	};
}

function opensOf(fields: Fields): string | undefined {
	const platforms = ['ios', 'android', 'kindle', 'windows', 'windows8'];
	const opens = platforms.flatMap((platform) => {
		const action = fields.text(`${platform}_click_action`);
		const address = fields.text(`${platform}_uri`);
		if (action === 'NONE') return [];
		return (action === 'URI' ? address : action) ?? address ?? [];
	});
	return [...new Set(opens)].join(' · ') || undefined;
}
