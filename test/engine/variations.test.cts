import { askList } from './listSearch.cts';
import { API_CAMPAIGN, openBench, tracked } from './support.cts';

const bench = openBench();
const ask = askList(bench);

describe('variations', () => {
	const inForm = { form: tracked(API_CAMPAIGN) };

	test.each([
		['searchAndroidPushVariations', 'androidPush-102'],
		['searchApplePushVariations', 'applePush-101'],
		['searchContentCardVariations', 'contentCard-107'],
		['searchEmailVariations', 'email-105'],
		['searchInAppMessageVariations', 'inAppMessage-112'],
		['searchKindlePushVariations', 'kindlePush-103'],
		['searchSmsVariations', 'sms-108'],
		['searchWebPushVariations', 'webPush-104'],
		['searchWebhookVariations', 'webhook-106'],
		['searchWhatsAppVariations', 'whatsApp-109'],
		['searchWindowsPhone8PushVariations', 'windowsPhone8Push-110'],
		['searchWindowsUniversalPushVariations', 'windowsUniversalPush-111'],
	])('%s gives those of its channel in the chosen campaign', async (method, variation) => {
		expect(await ask(method, inForm)).toEqual({ results: [{ name: variation, value: variation }] });
		expect(bench.onlyRequest()).toMatchObject({
			path: '/campaigns/details',
			query: { campaign_id: API_CAMPAIGN },
		});
	});

	test('are found by name', async () => {
		const { results } = await ask('searchSmsVariations', { ...inForm, filter: 'x' });
		expect(results).toEqual([]);
	});

	test.each([
		['no campaign is chosen', {}],
		['its locator is empty', tracked('')],
		['it comes from an expression', tracked('={{ $json.campaign }}')],
	])('ask for the campaign first where %s', async (_what, form) => {
		await expect(ask('searchSmsVariations', { form })).rejects.toThrow(/Choose Campaign under/);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('name the permission that is missing', async () => {
		const options = { ...inForm, apiKey: 'sandbox-no-lists-key' };
		await expect(ask('searchSmsVariations', options)).rejects.toThrow('campaigns.details');
	});

	test('are readable where the campaign is unknown', async () => {
		await expect(ask('searchSmsVariations', { form: tracked('unknown') })).rejects.toThrow(
			'unknown',
		);
	});
});
