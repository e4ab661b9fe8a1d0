import { saveWithBraze } from '../playground/workflows.cts';
import { shareWorld } from './world.cts';

const world = shareWorld();

const ITEM = {
	external_user_id: 'user-001',
	plan: 'gold',
	'First name': 'Ana',
	'address.city': 'Lisbon',
	seconds: 3600,
	campaign: 'c0000000-0000-4000-8000-000000000004',
	when: '2035-06-01T09:30:00+02:00',
	details: { size: 'M', count: 2 },
	people: [{ external_user_id: 'user-001' }],
};

const sent = { sendTo: 'userList', externalUserIds: 'user-001' };
const email = { ...sent, channels: ['email'], emailFrom: 'a@example.com', emailAppId: 'app-001' };
const webPush = { ...sent, channels: ['webPush'], webPushTitle: 'Sale', webPushAlert: 'Today' };
const contentCard = {
	...sent,
	channels: ['contentCard'],
	contentCardTitle: 'Sale',
	contentCardDescription: 'Today',
};
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const trigger = {
	...sent,
	resource: 'campaignTrigger',
	campaignId: byId(ITEM.campaign),
	triggerPropertiesSource: 'json',
};
const schedule = { ...trigger, resource: 'schedule', operation: 'createCampaignTrigger' };

/** A field of each kind of editor: a form that holds it, its path, and where its value stands in the request. */
const kinds = {
	'a plain field': [{ ...webPush, webPushTitle: '' }, 'webPushTitle', 'messages.web_push.title'],
	'an HTML editor': [{ ...email, emailSubject: 'Sale' }, 'emailBody', 'messages.email.body'],
	'a JSON editor': [trigger, 'triggerPropertiesJson', 'trigger_properties'],
	'a field of a collection': [
		{ ...email, emailSubject: 'Sale', emailBody: 'Hi', emailFields: { preheader: '' } },
		'emailFields.preheader',
		'messages.email.preheader',
	],
	'an emptied JSON editor': [
		{ ...trigger, triggerPropertiesJson: '' },
		'triggerPropertiesJson',
		'trigger_properties',
	],
	'a JSON editor of a collection': [
		{ ...webPush, webPushFields: { extraJson: '{}' } },
		'webPushFields.extraJson',
		'messages.web_push.extra',
	],
	'a JSON editor for a list': [
		{
			resource: 'campaignTrigger',
			sendTo: 'recipientObjects',
			campaignId: byId(ITEM.campaign),
		},
		'recipients',
		'recipients',
	],
	'a picker by ID': [{ ...trigger, campaignId: byId('') }, 'campaignId', 'campaign_id'],
	'a date': [schedule, 'time', 'schedule.time'],
	'a number': [contentCard, 'contentCardTimeToLive', 'messages.content_card.time_to_live'],
} satisfies Record<string, [parameters: object, path: string, wire: string]>;

type Kind = keyof typeof kinds;

/** Opens a form with a field of this kind, behind the item. */
async function open(kind: Kind): Promise<string> {
	const { editor, client } = world;
	const [parameters, path] = kinds[kind];
	const [credential] = await client.credentials();
	const id = await saveWithBraze(client, `Expression in ${kind}`, parameters, credential, [ITEM]);
	await editor.openWorkflow(id);
	await editor.openNode('Braze');
	return path;
}

/** Runs the node. @returns what left in the place of a field of this kind */
async function leaving(kind: Kind): Promise<unknown> {
	await world.editor.executeStep();
	expect(await world.editor.output()).toMatch(/success|schedule_id/);
	const [{ body }] = await world.sandbox.posts();
	return kinds[kind][2]
		.split('.')
		.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], body);
}

/** Most editors close the brackets by themselves. */
const typed: Array<[Kind, string, unknown]> = [
	['a plain field', 'Hi {{ $json.plan', 'Hi gold'],
	['an HTML editor', 'Hi {{ $json.plan', 'Hi gold'],
	['a JSON editor', '{ "plan": "{{ $json.plan }}" }', { plan: 'gold' }],
	['a field of a collection', 'Hi {{ $json.plan', 'Hi gold'],
	['a picker by ID', '{{ $json.campaign', ITEM.campaign],
];

test.each(typed)(
	'an expression typed key by key into %s gives its value',
	async (kind, text, value) => {
		await world.editor.form.typeKeys(await open(kind), text);
		expect(await leaving(kind)).toEqual(value);
	},
);

const liquid = "{{${first_name} | default: 'you'}}";

const pasted: Array<[Kind, string, unknown]> = [
	['a plain field', 'Hi {{ $json.plan }}', 'Hi gold'],
	['an HTML editor', `<p>{{ $json.plan }} ${liquid}</p>`, `<p>gold ${liquid}</p>`],
	[
		'a JSON editor',
		`{ "plan": "{{ $json.plan }}", "seconds": "{{ $json.seconds }}" }`,
		{ plan: 'gold', seconds: 3600 },
	],
	['a field of a collection', 'Hi {{ $json.plan }}', 'Hi gold'],
	['a picker by ID', '{{ $json.campaign }}', ITEM.campaign],
];

test.each(pasted)('an expression pasted into %s gives its value', async (kind, text, value) => {
	await world.editor.form.type(await open(kind), text);
	expect(await leaving(kind)).toEqual(value);
});

/** The same moment, however it is written. */
const moment = expect.stringMatching(
	/^2035-06-01T(09:30:00(.000)?\+02:00|07:30:00(.000)?(Z|\+00:00))$/,
);

test.each([
	['a number', '{{ $json.seconds }}', 3600],
	['a date', '{{ $json.when }}', moment],
] as Array<[Kind, string, unknown]>)(
	'an expression for %s is typed once that is chosen',
	async (kind, expression, value) => {
		await world.editor.form.typeExpression(await open(kind), expression);
		expect(await leaving(kind)).toEqual(value);
	},
);

const dragged = (['a plain field', 'an HTML editor', 'a field of a collection'] as const).flatMap(
	(kind): Array<[string, Kind, string]> => [
		['First name', kind, 'Ana'],
		['address.city', kind, 'Lisbon'],
	],
);

test.each(dragged)(
	'the column "%s" dragged into %s gives its value',
	async (column, kind, value) => {
		await world.editor.form.dragInto(column, await open(kind));
		expect(await leaving(kind)).toBe(value);
	},
);

test.each([
	['seconds', 'a number', 3600],
	['when', 'a date', moment],
	['campaign', 'a picker by ID', ITEM.campaign],
	['details', 'an emptied JSON editor', ITEM.details],
	['details', 'a JSON editor', ITEM.details],
	['details', 'a JSON editor of a collection', ITEM.details],
	['people', 'a JSON editor for a list', ITEM.people],
] as Array<[string, Kind, unknown]>)(
	'the column "%s" dragged into %s keeps its type',
	async (column, kind, value) => {
		await world.editor.form.dragInto(column, await open(kind));
		expect(await leaving(kind)).toEqual(value);
	},
);
