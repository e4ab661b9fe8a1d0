import { make, time } from './dom.mjs';

const PAUSE = 1000;
const at = (id) => document.getElementById(id);
let shown = '';

/** Shows what Braze sent by itself, again and again. */
async function look() {
	const feed = await read();
	const source = JSON.stringify(feed);
	// What is the same is not drawn anew, so that a person can select it.
	if (feed && source !== shown && !isPaused()) {
		shown = source;
		show(feed);
	}
	setTimeout(look, PAUSE);
}

async function read() {
	try {
		const response = await fetch('/sandbox/inbox/sent-feed');
		return response.ok ? await response.json() : undefined;
	} catch {
		// the page says elsewhere that nobody answers
		return undefined;
	}
}

const isPaused = () => at('pause').getAttribute('aria-pressed') === 'true';

function show({ total, requests, events, currents }) {
	at('sent-count').textContent = new Intl.NumberFormat().format(total);
	at('sent-currents').replaceChildren(
		...currents.map(({ to, state }) => make('li', {}, line(`Current to ${to}`), line(state))),
	);
	at('sent-requests').replaceChildren(
		...requests.map(({ at: when, what, to, outcome }) =>
			make('li', {}, time(when), line(what), line(to), line(outcome)),
		),
	);
	at('sent-events').replaceChildren(
		...events.map(({ at: when, type, user }) => make('li', {}, time(when), line(type), line(user))),
	);
	at('sent-requests-note').textContent =
		requests.length > 0 ? '' : 'The sandbox has sent nothing by itself yet.';
	at('sent-events-note').textContent =
		currents.length > 0 ? '' : 'No Current is set up: POST /sandbox/currents with a url.';
}

const line = (text) => make('span', { dir: 'auto' }, text);

void look();
