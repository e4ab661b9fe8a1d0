import { Fields, type Fact } from '../fields.cts';
import { colorOf, media, type Button, type Preview } from './preview.cts';

const SILENT = 'Silent: the app wakes up, the person sees nothing';

/** A notification on an iPhone, iPad or Mac. */
export function applePush(message: Fields): Preview {
	const given = message.take('alert');
	const alert = new Fields(typeof given === 'string' ? { body: given } : given);
	const text = alert.text('body') ?? alert.text('loc_key');
	return {
		look: 'apple',
		title: alert.text('title') ?? alert.text('title_loc_key'),
		text: text ?? (message.take('content-available') === true ? SILENT : undefined),
		media: media('Attachment', message.text('asset_url')),
		buttons: message.objects('buttons').map(appleButton),
		opens: message.text('custom_uri'),
		rest: alert.facts().map(({ name, value }) => ({ name: `alert.${name}`, value })),
	};
}

/** A notification on an Android device. */
export function androidPush(message: Fields): Preview {
	const extra = message.object('extra');
	const conversation = message.object('conversation_data');
	return {
		look: 'android',
		title: message.text('title'),
		text: message.text('alert') ?? (message.take('send_to_sync') === true ? SILENT : undefined),
		footer: message.text('summary_text'),
		media: [
			...media('Icon', message.text('push_icon_image_url')),
			...media('Image', extra.text('appboy_image_url')),
		],
		buttons: buttons(message),
		opens: message.text('custom_uri'),
		colors: { accent: colorOf(message.take('accent_color')) },
		parts: conversationParts(conversation),
		rest: [...inside('extra', extra), ...inside('conversation_data', conversation)],
	};
}

/** A notification on a Kindle Fire. */
export function kindlePush(message: Fields): Preview {
	return {
		look: 'kindle',
		title: message.text('title'),
		text: message.text('alert'),
		opens: message.text('custom_uri'),
	};
}

/** A notification of a website. */
export function webPush(message: Fields): Preview {
	return {
		look: 'web',
		title: message.text('title'),
		text: message.text('alert'),
		media: [
			...media('Icon', message.text('image_url')),
			...media('Image', message.text('large_image_url')),
		],
		buttons: buttons(message),
		opens: message.text('custom_uri'),
	};
}

/** A toast on a Windows phone. */
export function windowsPhonePush(message: Fields): Preview {
	return {
		look: 'windows',
		title: message.text('toast_title'),
		text: message.text('toast_content'),
		opens: message.text('toast_navigation_uri'),
	};
}

/** A toast on Windows 8 and later. */
export function windowsPush(message: Fields): Preview {
	const [title, ...lines] = ['toast_text1', 'toast_text2', 'toast_text3'].map((name) =>
		message.text(name),
	);
	return {
		look: 'windows',
		title,
		text: lines.filter((line) => line !== undefined).join('\n') || undefined,
		media: media('Image', message.text('toast_text_img_name')),
	};
}

function buttons(message: Fields): Button[] {
	return message
		.objects('buttons')
		.map((button) => ({ label: button.text('text') ?? '', opens: target(button) }));
}

// Apple buttons bring an id; the app holds their words. Those of Braze's own sets are known.
function appleButton(button: Fields): Button {
	const id = button.text('action_id') ?? '';
	const word = /^ab_pb_([a-z]+)$/.exec(id)?.[1];
	const label = word ? word[0].toUpperCase() + word.slice(1) : id;
	return { label, opens: target(button) };
}

function target(button: Fields): string | undefined {
	return button.text('uri') ?? button.text('action');
}

function conversationParts(conversation: Fields): Preview[] {
	const names = new Map(
		conversation.objects('persons').map((person) => [person.text('id'), person.text('name')]),
	);
	return conversation.objects('messages').map((message) => {
		const id = message.text('person_id');
		return { look: 'other', title: names.get(id) ?? id, text: message.text('text') };
	});
}

function inside(name: string, fields: Fields): Fact[] {
	return fields.facts().map((one) => ({ name: `${name}.${one.name}`, value: one.value }));
}
