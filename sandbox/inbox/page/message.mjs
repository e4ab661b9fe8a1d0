import { facts, make, said } from './dom.mjs';

const SENDERS = {
	apple: 'Your app',
	android: 'Your app',
	kindle: 'Your app',
	web: 'Your site',
	windows: 'Your app',
};

const PICTURE_FIRST = ['card', 'in-app', 'whats-app', 'other'];

/** A message as a person would see it. `documentPath` is where its email is, if it is one. */
export function drawMessage(preview, documentPath, user) {
	const { look, shape = '' } = preview;
	const message = make(
		'div',
		{ class: `message ${look} ${shape.toLowerCase()}` },
		SENDERS[look] && make('p', { class: 'sender' }, SENDERS[look]),
		drawContent(preview, documentPath, user),
	);
	paint(message, preview.colors);
	return make('div', { class: `screen on-${look}` }, message);
}

function drawContent(preview, documentPath, user) {
	const { from, title, text, footer, code, opens, look } = preview;
	const pictures = drawMedia(preview.media);
	const isPictureFirst = PICTURE_FIRST.includes(look);
	const content = [
		said('p', 'from', from),
		isPictureFirst ? pictures : [],
		said('p', 'title', title),
		said('p', 'text', text),
		facts(preview.facts, 'facts'),
		preview.isDocument ? drawDocument(preview, documentPath, user) : [],
		isPictureFirst ? [] : pictures,
		code === undefined ? undefined : make('pre', { tabindex: '0' }, code),
		preview.parts?.length ? drawParts(preview.parts) : undefined,
		said('p', 'footer', footer),
		drawButtons(preview.buttons),
		opens === undefined ? undefined : said('p', 'opens', `Opens ${opens}`),
	]
		.flat()
		.filter(Boolean);
	return content.length > 0 ? content : [make('p', { class: 'footer' }, 'Nothing to see')];
}

// A picture is never loaded: its address is all there is of it.
function drawMedia(media = []) {
	return media.map(({ what, address }) =>
		make(
			'p',
			{ class: 'media' },
			make('span', { class: 'what' }, what),
			make('span', { class: 'address', dir: 'ltr' }, address),
		),
	);
}

function drawParts(parts) {
	const drawn = parts.map((part) => make('li', {}, drawContent(part)));
	return make('ul', { class: 'parts' }, drawn);
}

function drawButtons(buttons = []) {
	if (buttons.length === 0) return undefined;
	const drawn = buttons.map(({ label, opens }) =>
		make('li', {}, said('span', 'label', label), said('span', 'opens', opens)),
	);
	return make('ul', { class: 'buttons' }, drawn);
}

function drawDocument({ title }, path, user) {
	return [
		make('iframe', {
			// Empty: no scripts, no forms, no windows, no origin.
			sandbox: '',
			src: path,
			loading: 'lazy',
			referrerpolicy: 'no-referrer',
			title: `Email to ${user}: ${title ?? 'no subject'}`,
		}),
		make(
			'p',
			{ class: 'alone' },
			make(
				'a',
				{ href: path, target: '_blank', rel: 'noopener noreferrer' },
				'Open this email alone',
			),
		),
	];
}

function paint(message, colors = {}) {
	for (const [name, color] of Object.entries(colors)) {
		message.classList.add(`own-${name}`);
		message.style.setProperty(`--own-${name}`, color);
	}
}
