import { readFileSync } from 'node:fs';
import path from 'node:path';

import { NodeSearchEngine } from '@n8n/ai-utilities/node-catalog';
import { sublimeSearch } from '@n8n/utils/search/sublime-search';

import { description } from '../description/properties.cts';
import { otherNodes } from './others.cts';

const codex = JSON.parse(
	readFileSync(path.join(__dirname, '../../nodes/Braze/Braze.node.json'), 'utf8'),
) as { alias: string[] };

interface Found {
	name: string;
	displayName: string;
	description: string;
	codex: { alias: string[] };
}

const braze: Found = {
	name: 'n8n-nodes-braze.braze',
	displayName: description.displayName,
	description: description.description,
	codex: { alias: codex.alias },
};

const others = otherNodes.map(
	([name, displayName, alias = []]): Found => ({
		name: `n8n-nodes-base.${name}`,
		displayName,
		description: `Consume the ${displayName} API`,
		codex: { alias },
	}),
);

/** What people type who want something that this node does. */
const phrases = [
	'braze',
	'appboy',
	'push notification',
	'mobile push',
	'web push',
	'in-app message',
	'content card',
	'customer engagement',
	'marketing automation',
	'update user attributes',
	'custom attributes',
	'track event',
	'track purchase',
	'user profile',
	'subscription group',
	'unsubscribe',
	'canvas',
	'campaign statistics',
	'trigger campaign',
	'catalog',
	'content block',
	'email template',
	'transactional email',
	'live activity',
	'preference center',
];

/** An agent's search takes each word alone, and other nodes are named by these. */
const namesOfOthers = ['mobile push', 'web push'];

/** The editor's node panel looks for the whole phrase in names and aliases. */
const inPanel = (phrase: string): string[] =>
	sublimeSearch(
		phrase,
		[...others, braze],
		[
			{ key: 'displayName', weight: 1.5 },
			{ key: 'name', weight: 1.3 },
			{ key: 'codex.alias', weight: 1 },
		],
	).map(({ item }) => item.name);

const engine = new NodeSearchEngine(
	[...others, braze].map((node) => ({
		...node,
		version: 1,
		group: [],
		defaults: {},
		inputs: [],
		outputs: [],
		properties: [],
	})) as never,
);

test.each(phrases)("n8n's node panel finds the node among the first three by %p", (phrase) => {
	expect(inPanel(phrase).slice(0, 3)).toContain(braze.name);
});

test.each(phrases.filter((phrase) => !namesOfOthers.includes(phrase)))(
	"n8n's search for agents finds the node among the first three by %p",
	(phrase) => {
		const found = engine.searchByName(phrase, 3).map(({ name }) => name);
		expect(found).toContain(braze.name);
	},
);
