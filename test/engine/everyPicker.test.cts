import { readSeed } from '../../sandbox/sandbox.cts';
import { askList, askWholeList, searches } from './listSearch.cts';
import { API_CAMPAIGN, openBench, tracked, type Parameters } from './support.cts';

const PER_LIST = 120;
const EVENTS = 300;

const seed = readSeed();
const numbered = (count: number, name: string) =>
	Array.from({ length: count }, (_entry, index) => `${name}_${String(index).padStart(3, '0')}`);
const keyWithout = (permission: string): string => `sandbox-without-${permission}`;

/** What one picker gives in this workspace. */
interface Expected {
	permission: string;
	path: string;
	/** Words that one entry alone has, and that entry. */
	filter: string;
	found: { name: string; value: string };
	/** Requests that the whole list takes; one page where absent. */
	pages?: number;
	/** What the form holds. */
	form?: Parameters;
	/** What the sentence of a refusal offers instead. */
	instead?: 'By ID' | 'By Name';
}

const API_NAME = 'Order messages';
const campaigns = { permission: 'campaigns.list', path: '/campaigns/list', pages: 2 };
const segments = { permission: 'segments.list', path: '/segments/list', pages: 2 };
const members = {
	filter: 'LOYALTY memb',
	found: { name: 'Members (loyalty)', value: '5e000000-0000-4000-8000-000000000002' },
};

/** A variation is looked for in the campaign of the form. */
const variation = (value: string): Expected => ({
	permission: 'campaigns.details',
	path: '/campaigns/details',
	filter: value.toUpperCase(),
	found: { name: value, value },
	form: tracked(API_CAMPAIGN),
});

const expected: Record<string, Expected> = {
	searchApiCampaigns: {
		...campaigns,
		filter: 'messages',
		found: { name: `${API_NAME} (orders, transactional)`, value: API_CAMPAIGN },
	},
	searchAttributes: {
		permission: 'custom_attributes.get',
		path: '/custom_attributes',
		filter: 'ATTRIBUTE_077',
		found: { name: 'attribute_077 (Number)', value: 'attribute_077' },
		pages: 3,
		instead: 'By Name',
	},
	searchCampaigns: {
		...campaigns,
		filter: 'api order',
		found: { name: `${API_NAME} (API campaign, orders, transactional)`, value: API_CAMPAIGN },
	},
	searchCanvases: {
		permission: 'canvas.list',
		path: '/canvas/list',
		filter: 'win BACK',
		found: { name: 'Win back (lifecycle)', value: 'ca000000-0000-4000-8000-000000000002' },
		pages: 2,
	},
	searchCatalogFields: {
		permission: 'catalogs.get',
		path: '/catalogs',
		filter: 'PRI',
		found: { name: 'price (number)', value: 'price' },
		form: { catalogName: { __rl: true, mode: 'list', value: 'products' } },
		instead: 'By Name',
	},
	searchCatalogs: {
		permission: 'catalogs.get',
		path: '/catalogs',
		filter: 'REST',
		found: { name: 'restaurants', value: 'restaurants' },
		instead: 'By Name',
	},
	searchContentBlocks: {
		permission: 'content_blocks.list',
		path: '/content_blocks/list',
		filter: 'Order-Foot',
		found: { name: 'order-footer (orders)', value: 'cb000000-0000-4000-8000-000000000001' },
		pages: 2,
	},
	searchEmailTemplates: {
		permission: 'templates.email.list',
		path: '/templates/email/list',
		filter: 'confirmation',
		found: { name: 'Order confirmation (orders)', value: 'e0000000-0000-4000-8000-000000000001' },
		pages: 2,
	},
	searchEvents: {
		permission: 'events.list',
		path: '/events/list',
		filter: 'Event_277',
		found: { name: 'event_277', value: 'event_277' },
		pages: 2,
		instead: 'By Name',
	},
	searchIntegrations: {
		permission: 'cdi.integration_list',
		path: '/cdi/integrations',
		filter: 'warehouse purchases',
		found: {
			name: 'Purchases from the warehouse',
			value: 'cd000000-0000-4000-8000-000000000002',
		},
	},
	searchPreferenceCenters: {
		permission: 'preference_center.list',
		path: '/preference_center/v1/list',
		filter: 'NEWS',
		found: { name: 'news_preferences', value: '9c000000-0000-4000-8000-000000000001' },
	},
	searchProducts: {
		permission: 'purchases.product_list',
		path: '/purchases/product_list',
		filter: 'JACKET',
		found: { name: 'Rain jacket', value: 'Rain jacket' },
		// whether pages count from 0 or 1 is not documented, so the end shows when a page brings nothing new
		pages: 3,
		instead: 'By Name',
	},
	searchSegments: { ...segments, ...members },
	searchTrackedSegments: { ...segments, ...members },
	searchAndroidPushVariations: variation('androidPush-102'),
	searchApplePushVariations: variation('applePush-101'),
	searchContentCardVariations: variation('contentCard-107'),
	searchEmailVariations: variation('email-105'),
	searchInAppMessageVariations: variation('inAppMessage-112'),
	searchKindlePushVariations: variation('kindlePush-103'),
	searchSmsVariations: variation('sms-108'),
	searchWebPushVariations: variation('webPush-104'),
	searchWebhookVariations: variation('webhook-106'),
	searchWhatsAppVariations: variation('whatsApp-109'),
	searchWindowsPhone8PushVariations: variation('windowsPhone8Push-110'),
	searchWindowsUniversalPushVariations: variation('windowsUniversalPush-111'),
};

const permissions = [...new Set(Object.values(expected).map(({ permission }) => permission))];

const bench = openBench({
	seed: {
		...seed,
		fill: PER_LIST,
		custom_attributes: numbered(PER_LIST, 'attribute').map((name) => ({
			name,
			data_type: 'Number',
		})),
		custom_events: numbered(EVENTS, 'event').map((name) => ({ name })),
		keys: [
			...seed.keys,
			...permissions.map((permission) => ({
				name: `all but ${permission}`,
				key: keyWithout(permission),
				permissions: permissions.filter((each) => each !== permission),
			})),
		],
	},
});
const ask = askList(bench);
const askForAll = askWholeList(ask);

test('every search of the node is in the table', async () => {
	expect(Object.keys(expected).sort()).toEqual(Object.keys(await searches()).sort());
});

describe.each(Object.entries(expected))(
	'%s',
	(method, { permission, path, filter, found, pages = 1, form, instead = 'By ID' }) => {
		test('reads its list to the end, each entry once', async () => {
			const names = await askForAll(method, { form });
			expect(names).toContain(found.name);
			expect(new Set(names).size).toBe(names.length);
			expect(bench.sandbox.requests.map((request) => [request.path, request.accepted])).toEqual(
				Array.from({ length: pages }, () => [path, true]),
			);
		});

		test('finds by its words on whatever page, without regard to case', async () => {
			const { results } = await ask(method, { form, filter });
			expect(results).toEqual([found]);
			expect(await askForAll(method, { form, filter: 'nothing is called so' })).toEqual([]);
		});

		test('names the permission that the key lacks, and what to do without the list', async () => {
			const apiKey = keyWithout(permission);
			await expect(ask(method, { form, apiKey })).rejects.toThrow(
				`a key with the permission ${permission}`,
			);
			await expect(ask(method, { form, apiKey })).rejects.toThrow(instead);
		});
	},
);
