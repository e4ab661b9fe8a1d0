import { make } from './dom.mjs';

const LABELS = {
	open: 'Open',
	click: 'Click',
	bounce: 'Bounce',
	unsubscribe: 'Unsubscribe',
};

/** What a person can do with a delivery, and what came of it; nothing where nothing can be done. */
export function drawActions(index, actions, what) {
	if (actions.length === 0) return undefined;
	const said = make('p', { class: 'said', role: 'status' });
	const act = async (action, body = {}) => {
		said.textContent = await outcomeOf(index, action, body);
	};
	const buttons = actions
		.filter((action) => action in LABELS)
		.map((action) => {
			const button = make(
				'button',
				{ type: 'button', 'aria-label': `${LABELS[action]}: ${what}` },
				LABELS[action],
			);
			button.addEventListener('click', () => act(action));
			return button;
		});
	const reply = actions.includes('reply') ? drawReply(what, act) : undefined;
	return make('div', { class: 'actions' }, buttons, reply, said);
}

function drawReply(what, act) {
	const text = make('input', {
		type: 'text',
		required: '',
		autocomplete: 'off',
		placeholder: 'Reply',
		'aria-label': `Reply: ${what}`,
	});
	const form = make('form', {}, text, make('button', {}, 'Send'));
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		await act('reply', { text: text.value });
		text.value = '';
	});
	return form;
}

async function outcomeOf(index, action, body) {
	try {
		const response = await fetch(`/sandbox/deliveries/${index}/${action}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		const answer = await response.json();
		if (!response.ok) return answer.message;
		return answer.events.map((type) => type.replace(/^users\.(messages\.)?/, '')).join(', ');
	} catch {
		return 'The sandbox does not answer.';
	}
}
