import { token, type Rejected, type Values } from '../support.cts';

const conversation = (replies: string, speaks: string): Values => ({
	title: 'T',
	alert: 'A',
	conversation_data: {
		shortcut_id: 's',
		reply_person_id: replies,
		persons: [{ id: 'p', name: 'Ann' }],
		messages: [{ text: 'Hi', person_id: speaks, timestamp: 1 }],
	},
});

export const refusedPushes: Rejected[] = [
	['applePush', {}, "'Apple Push Alert' is empty."],
	['applePush', { alert: { title: 'T' } }, "'Apple Push Body' is empty."],
	['applePush', { alert: 'A', extra: { aps: 1 } }, 'Extra\' uses the key "aps"'],
	['applePush', { alert: 'A', extra: 'text' }, "Extra' must be an object"],
	['applePush', { alert: 'A', apns_priority: 11 }, "APNs Priority' is 11"],
	['applePush', { alert: 'A', relevance_score: 1.5 }, "Relevance Score' is 1.5"],
	[
		'applePush',
		{ alert: 'A', interruption_level: 'loud' },
		'Interruption Level\' cannot be "loud"',
	],
	['applePush', { alert: 'A', asset_url: 'u' }, "'Apple Push Fields > Asset File Type' is empty."],
	['applePush', { alert: 'x'.repeat(1_901) }, 'have 1913 bytes together'],
	[
		'applePush',
		{ alert: 'A', buttons: [{ action_id: 'ab_pb_yes' }] },
		"'Apple Push Fields > Buttons' belong to no category.",
	],
	[
		'applePush',
		{ alert: 'A', category: 'ab_cat_yes_no', buttons: [{ action_id: 'ab_pb_more' }] },
		'\'Apple Push Fields > Buttons 1 > Button\' is "ab_pb_more", which the category does not have. Choose Yes or No',
	],
	[
		'applePush',
		{
			alert: 'A',
			category: 'ab_cat_yes_no',
			buttons: [{ action_id: 'ab_pb_no', action: 'OPEN_APP' }],
		},
		'Action\' cannot be "Open App" for "No". Choose Close Notification',
	],
	[
		'applePush',
		{ alert: 'A', category: 'ab_cat_yes_no', buttons: [{ action_id: 'ab_pb_yes', action: 'URI' }] },
		"'Apple Push Fields > Buttons 1 > URI' is empty.",
	],
	[
		'applePush',
		{ alert: 'A', category: 'mine', buttons: [{ action: 'URI', uri: 'u' }] },
		"'Apple Push Fields > Buttons 1 > Action ID' is empty.",
	],
	[
		'applePush',
		{ alert: 'A', category: 'mine', buttons: [{ action_id: 'x', action: 'CLOSE' }] },
		"Action' must open an address, since the category is your own.",
	],
	[
		'applePush',
		{ alert: 'A', also_send_to: [{ app_id: 'a', tokens: [token, 'short'] }] },
		"Tokens' has a token, number 2, that is not 64 characters long.",
	],
	[
		'applePush',
		{ alert: 'A', also_send_to: [{ app_id: 'a', tokens: Array(101).fill(token) }] },
		'has 101 entries and Braze takes at most 100.',
	],
	['androidPush', { title: 'T' }, "'Android Push Alert' is empty."],
	['androidPush', { alert: 'A' }, "'Android Push Title' is empty."],
	[
		'androidPush',
		{ send_to_sync: true, alert: 'A' },
		"'Android Push Alert' is given for a silent push.",
	],
	[
		'androidPush',
		{ title: 'T', alert: 'x'.repeat(3_994), extra: { a: 1 } },
		'have 4001 bytes together and Braze takes at most 4000.',
	],
	['androidPush', { title: 'T', alert: 'A', priority: 3 }, "Priority' is 3."],
	['androidPush', { title: 'T', alert: 'A', time_to_live: 2_419_201 }, "Time to Live' is 2419201."],
	['androidPush', { title: 'T', alert: 'A', extra: 1 }, "Extra' must be an object"],
	[
		'androidPush',
		{ title: 'T', alert: 'A', buttons: [{ text: 'Go', action: 'DEEP_LINK' }] },
		"'Android Push Fields > Buttons 1 > URI' is empty.",
	],
	[
		'androidPush',
		conversation('p', 'q'),
		'Messages 1 > Person ID\' is "q", which none of the persons',
	],
	['androidPush', conversation('q', 'p'), 'Reply Person ID\' is "q", which none of the persons'],
	[
		'androidPush',
		{
			...conversation('p', 'p'),
			conversation_data: {
				shortcut_id: 's',
				reply_person_id: 'p',
				persons: [{ id: 'p', name: 'Ann' }],
				messages: [{ text: 'Hi', person_id: 'p', timestamp: '2026-01-16' }],
			},
		},
		'Messages 1 > Timestamp\' must be a number but is "2026-01-16".',
	],
	['kindlePush', { alert: 'A' }, "'Kindle Push Title' is empty."],
	[
		'webPush',
		{ title: 'T', alert: 'A', buttons: [{ text: 'Go', action: 'URI' }] },
		"'Web Push Fields > Buttons 1 > URI' is empty.",
	],
	[
		'webPush',
		{ title: 'T', alert: 'A', buttons: [{ text: 'Go', action: 'DEEP_LINK' }] },
		'Action\' cannot be "DEEP_LINK".',
	],
];
