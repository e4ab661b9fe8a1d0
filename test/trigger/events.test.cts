import { eventChoices } from '../../nodes/BrazeTrigger/events/choice.ts';
import { eventOf, events, jsonTexts, TIME, TIME_ISO } from './eventShapes.cts';
import { closeListenersAfterEach, currents, once } from './support.cts';

closeListenersAfterEach();

type Fields = Record<string, unknown>;

/** What the node makes of the properties of an event. */
const read = (properties: Fields): Fields =>
	Object.fromEntries(
		Object.entries(properties).map(([key, value]) => [
			key,
			key in jsonTexts ? jsonTexts[key] : value,
		]),
	);

test('the shapes are all of those that the list offers, and the list offers no other', () => {
	const single = eventChoices
		.map(({ value }) => String(value))
		.filter((value) => !value.endsWith('*'));
	expect(single.sort()).toEqual(events.map(({ event_type: type }) => type).sort());
	expect(single).toHaveLength(96);
});

test.each(events.map((event) => [String(event.event_type), event]))(
	'%s becomes an item with everything that it holds',
	async (type, event) => {
		const { answer, executions } = await once(currents({ events: [type] }), {
			body: { events: [event] },
		});
		expect(answer.status).toBe(200);
		expect(executions).toEqual([
			[{ ...event, time_iso: TIME_ISO, properties: read(event.properties as Fields) }],
		]);
	},
);

test('all of them come in one execution, an item each, in the order of the batch', async () => {
	const { executions } = await once(currents(), { body: { events } });
	expect(executions).toHaveLength(1);
	expect(executions[0].map(({ event_type: type }) => type)).toEqual(
		events.map(({ event_type: type }) => type),
	);
});

test('a batch of 100 becomes 100 items of one execution', async () => {
	const batch = Array.from({ length: 100 }, (_, index) =>
		eventOf('users.messages.email.Open', { id: `event-${index}` }),
	);
	const { answer, executions } = await once(currents(), { body: { events: batch } });
	expect(answer.status).toBe(200);
	expect(executions.map((items) => items.length)).toEqual([100]);
});

test.each(events.map((event) => [String(event.event_type), event]))(
	'%s loses nothing when it is flattened',
	async (_type, event) => {
		const { executions } = await once(currents({ options: { flatten: true } }), {
			body: { events: [event] },
		});
		const { event_type: type, id, user, properties } = event;
		expect(executions).toEqual([
			[
				{
					event_type: type,
					id,
					time: TIME,
					time_iso: TIME_ISO,
					...(user as Fields | undefined),
					...read(properties as Fields),
				},
			],
		]);
	},
);

test('flattened, a name that is taken gets the name of where it was', async () => {
	const event = {
		event_type: 'users.behaviors.Tomorrow',
		id: 'event-1',
		user: { id: 'user-001' },
		properties: { id: 'property', user_id: 'x', time: 1, event_type: 'inner' },
	};
	const { executions } = await once(currents({ options: { flatten: true } }), {
		body: { events: [event] },
	});
	expect(executions[0][0]).toEqual({
		event_type: 'users.behaviors.Tomorrow',
		id: 'event-1',
		user_id: 'user-001',
		properties_id: 'property',
		properties_user_id: 'x',
		time: 1,
		properties_event_type: 'inner',
	});
});

test('an unknown type, unknown fields and a null user pass as they are', async () => {
	const event = {
		event_type: 'users.messages.hologram.Shown',
		id: 'event-1',
		time: TIME,
		user: null,
		properties: { depth: 3, message_extras: 'no json', tool_arguments: null },
		more: ['x'],
	};
	const { executions } = await once(currents(), { body: { events: [event] } });
	expect(executions).toEqual([[{ ...event, time_iso: TIME_ISO }]]);
});

test.each([
	['an object', '{"a":1}', { a: 1 }],
	['a list', ' [1, 2] ', [1, 2]],
	['text that only begins like JSON', '{a', '{a'],
	['a number stays text', '5', '5'],
	['nothing', '', ''],
])('message_extras with %s', async (_what, text, expected) => {
	const event = eventOf('users.messages.email.Send', { properties: { message_extras: text } });
	const { executions } = await once(currents(), { body: { events: [event] } });
	expect(executions[0][0].properties).toEqual({ message_extras: expected });
});

test.each([
	[0, '1970-01-01T00:00:00.000Z'],
	[TIME, TIME_ISO],
	[1e300, undefined],
	['1790000000', undefined],
	[null, undefined],
])('a time of %p reads %p', async (time, iso) => {
	const { executions } = await once(currents(), {
		body: { events: [eventOf('users.canvas.Entry', { time })] },
	});
	expect(executions[0][0]).toHaveProperty('time', time);
	expect(executions[0][0].time_iso).toBe(iso);
});

test('an event of three fields that JavaScript treats specially stays what it is', async () => {
	const text =
		'{"events":[{"event_type":"x","id":"1","properties":{"__proto__":{"a":1},"constructor":2}}]}';
	const { executions } = await once(currents({ options: { flatten: true } }), { body: text });
	expect(Object.getPrototypeOf(executions[0][0])).toBe(Object.prototype);
	expect(JSON.stringify(executions[0][0])).toBe(
		'{"event_type":"x","id":"1","__proto__":{"a":1},"constructor":2}',
	);
});
