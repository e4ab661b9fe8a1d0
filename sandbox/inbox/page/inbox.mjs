import { make, timeText } from './dom.mjs';
import { drawDelivery, drawSchedule } from './entries.mjs';
import { drawUser } from './users.mjs';

const PAUSE_BETWEEN_LOOKS = 1000;
// A run that delivers for minutes must not talk for minutes.
const PAUSE_BETWEEN_NEWS = 5000;
const PAUSE_WHILE_TYPING = 200;
const MAX_SHOWN = 200;

const at = (id) => document.getElementById(id);
const number = new Intl.NumberFormat();

const asked = new URLSearchParams(location.search);
let wanted = { user: asked.get('user') ?? '', channel: asked.get('channel') ?? '' };
let cursor = '';
let round = 0;
let isPaused = false;
let timer;
let lastNews = { at: 0, text: '' };
/** What each schedule and each user was drawn from, so that only what changed is drawn anew. */
const drawnSchedules = new Map();
const drawnUsers = new Map();

/** Asks what is new and shows it; a later question makes an earlier answer worthless. */
async function look() {
	clearTimeout(timer);
	const mine = ++round;
	const feed = await read();
	if (mine !== round) return;
	if (feed) show(feed);
	tell(feed ? '' : 'The sandbox does not answer. This page goes on trying.');
	if (!isPaused) timer = setTimeout(look, PAUSE_BETWEEN_LOOKS);
}

async function read() {
	try {
		const query = new URLSearchParams({ ...wanted, after: cursor });
		const response = await fetch(`/sandbox/inbox/feed?${query}`);
		return response.ok ? await response.json() : undefined;
	} catch {
		return undefined;
	}
}

function show({ now, channels, deliveries, schedules, users }) {
	at('now').textContent = timeText(now);
	offerChannels(channels);
	showDeliveries(deliveries);
	showKept('schedules', schedules, drawSchedule, drawnSchedules, 'Nothing is scheduled.');
	showKept('users', users, drawUser, drawnUsers, 'The workspace has no users.');
	announce(deliveries.total, schedules.total);
}

function offerChannels(channels) {
	const select = at('channel');
	if (select.options.length > 1) return;
	select.append(...channels.map(({ key, label }) => make('option', { value: key }, label)));
	select.value = wanted.channel;
}

function showDeliveries({ total, items, continues, cursor: reached }) {
	const list = at('deliveries-list');
	const entries = items.map(drawDelivery);
	if (continues) {
		for (const entry of entries) entry.classList.add('new');
		list.prepend(...entries);
	} else list.replaceChildren(...entries);
	while (list.children.length > MAX_SHOWN) list.lastElementChild.remove();
	cursor = reached;
	count('deliveries', total, list, 'Nothing has arrived yet. Run a workflow and watch.');
}

/** A list whose entries change and come in another order. */
function showKept(name, { total, items }, draw, drawn, nothing) {
	const list = at(`${name}-list`);
	const ids = new Set(items.map(({ id }) => id));
	for (const [id, { element }] of drawn) {
		if (ids.has(id)) continue;
		element.remove();
		drawn.delete(id);
	}
	items.forEach((entry, position) => {
		const source = JSON.stringify(entry);
		const known = drawn.get(entry.id);
		const element = known?.source === source ? known.element : draw(entry);
		if (known && element !== known.element) replace(known.element, element);
		const place = list.children[position] ?? null;
		// an entry that is moved loses the focus, so it stays where it is in its place already
		if (place !== element) list.insertBefore(element, place);
		drawn.set(entry.id, { source, element });
	});
	count(name, total, list, nothing);
}

/** Puts an entry in the place of another, as open and as focused as that was. */
function replace(before, after) {
	after.querySelector('details').open = before.querySelector('details').open;
	const hasFocus = before.contains(document.activeElement);
	before.replaceWith(after);
	if (hasFocus) after.querySelector('summary').focus();
}

function count(name, total, list, nothing) {
	at(`${name}-count`).textContent = number.format(total);
	const more = total - list.children.length;
	const isFiltered = Object.values(wanted).some((value) => value !== '');
	let note = '';
	if (more > 0)
		note = `The newest ${number.format(list.children.length)} are shown, ${number.format(more)} more are counted.`;
	if (total === 0) note = isFiltered ? 'Nothing here for this user and channel.' : nothing;
	const place = at(`${name}-note`);
	if (place.textContent !== note) place.textContent = note;
}

function announce(deliveries, schedules) {
	const text = `Deliveries: ${number.format(deliveries)}, schedules: ${number.format(schedules)}`;
	const now = Date.now();
	if (text === lastNews.text || now - lastNews.at < PAUSE_BETWEEN_NEWS) return;
	lastNews = { at: now, text };
	at('news').textContent = text;
}

function tell(trouble) {
	const place = at('trouble');
	if (place.textContent === trouble) return;
	place.textContent = trouble;
	place.hidden = trouble === '';
}

/** Shows what the form asks for, from the beginning. */
function startOver() {
	cursor = '';
	wanted = { user: at('user').value.trim(), channel: at('channel').value };
	const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''));
	history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
	void look();
}

let typing;
at('user').addEventListener('input', () => {
	clearTimeout(typing);
	typing = setTimeout(startOver, PAUSE_WHILE_TYPING);
});
at('channel').addEventListener('change', startOver);
at('filter').addEventListener('submit', (event) => {
	event.preventDefault();
	startOver();
});
at('pause').addEventListener('click', ({ currentTarget: button }) => {
	isPaused = !isPaused;
	button.setAttribute('aria-pressed', isPaused);
	clearTimeout(timer);
	if (!isPaused) void look();
});
at('reset').addEventListener('click', async () => {
	try {
		const response = await fetch('/sandbox/reset', { method: 'POST' });
		if (!response.ok) throw new Error(`it answers ${response.status}`);
		startOver();
	} catch {
		tell('The sandbox could not be reset.');
	}
});

at('user').value = wanted.user;
void look();
