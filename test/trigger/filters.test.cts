import type { IDataObject } from 'n8n-workflow';

import { eventOf, events } from './eventShapes.cts';
import { closeListenersAfterEach, currents, once } from './support.cts';

closeListenersAfterEach();

const CAMPAIGN = '33333333-3333-4333-8333-333333333333';
const CANVAS = '44444444-4444-4444-8444-444444444444';
const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

/** The types of the events that pass, of a batch of every shape and one that is not known yet. */
async function passed(parameters: IDataObject): Promise<unknown[]> {
	const unknown = { event_type: 'users.messages.email.Forwarded', id: 'new', properties: {} };
	const { answer, executions } = await once(currents(parameters), {
		body: { events: [...events, unknown] },
	});
	expect(answer.status).toBe(200);
	expect(executions.length).toBeLessThanOrEqual(1);
	return executions.flat().map(({ event_type: type }) => type);
}

test('all events pass by default, those of tomorrow too', async () => {
	expect(await passed({})).toHaveLength(events.length + 1);
});

test('only what was chosen passes', async () => {
	const chosen = ['users.messages.email.Bounce', 'users.canvas.Entry'];
	expect((await passed({ events: chosen })).sort()).toEqual([...chosen].sort());
});

test('a whole channel passes with its new types, and with no other', async () => {
	const types = await passed({ events: ['users.messages.email.*'] });
	expect(types).toHaveLength(12);
	expect(types).toContain('users.messages.email.Forwarded');
	expect(types.every((type) => String(type).startsWith('users.messages.email.'))).toBe(true);
});

test('the channel Push holds its event of behavior as well', async () => {
	const types = await passed({ events: ['users.messages.pushnotification.*'] });
	expect(types).toContain('users.behaviors.pushnotification.TokenStateChange');
	expect(types).toHaveLength(7);
});

test('a type that the list lacks is given by its name', async () => {
	expect(
		await passed({
			events: ['users.canvas.Entry'],
			options: { otherEventTypes: 'users.messages.email.Forwarded, users.messages.fax.Sent' },
		}),
	).toEqual(['users.canvas.Entry', 'users.messages.email.Forwarded']);
});

test('where nothing passes the answer is 200 and nothing starts', async () => {
	const { answer, executions } = await once(currents({ events: ['users.canvas.Entry'] }), {
		body: { events: [eventOf('users.messages.email.Open')] },
	});
	expect(answer).toMatchObject({ status: 200, body: { message: 'Nothing to start' } });
	expect(executions).toEqual([]);
});

const ofCampaign = (id: string) =>
	eventOf('users.messages.email.Open', {
		id: `in ${id}`,
		properties: { campaign_id: id, canvas_id: null },
	});
const ofCanvas = (id: string) =>
	eventOf('users.messages.email.Open', {
		id: `in ${id}`,
		properties: { campaign_id: null, canvas_id: id },
	});
const ofNone = eventOf('users.behaviors.Purchase', { id: 'in none' });
const mixed = [
	ofCampaign(CAMPAIGN),
	ofCampaign('other'),
	ofCanvas(CANVAS),
	ofCanvas('another'),
	ofNone,
];

test.each<[string, IDataObject, string[]]>([
	['a campaign', { campaignId: byId(CAMPAIGN) }, [CAMPAIGN]],
	[
		'a campaign from the list',
		{ campaignId: { __rl: true, mode: 'list', value: CAMPAIGN, cachedResultName: 'x' } },
		[CAMPAIGN],
	],
	['a Canvas', { canvasId: byId(CANVAS) }, [CANVAS]],
	['several campaigns', { campaignId: byId(`${CAMPAIGN} ,other,`) }, [CAMPAIGN, 'other']],
	[
		'a campaign or a Canvas',
		{ campaignId: byId(CAMPAIGN), canvasId: byId(CANVAS) },
		[CAMPAIGN, CANVAS],
	],
	['a campaign by an expression', { campaignId: byId(`={{ "${CAMPAIGN}" }}`) }, [CAMPAIGN]],
	['nothing', {}, [CAMPAIGN, 'other', CANVAS, 'another', 'none']],
])('a filter of %s lets through what belongs to it', async (_what, filters, expected) => {
	const { executions } = await once(currents({ filters }), { body: { events: mixed } });
	expect(executions.flat().map(({ id }) => id)).toEqual(expected.map((id) => `in ${id}`));
});

test('the channel and the campaign have to fit both', async () => {
	const { executions } = await once(
		currents({ events: ['users.canvas.Entry'], filters: { campaignId: byId(CAMPAIGN) } }),
		{ body: { events: mixed } },
	);
	expect(executions).toEqual([]);
});
