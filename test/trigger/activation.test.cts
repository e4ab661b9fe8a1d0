import { setTimeout as pause } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import { activate } from '../../engine/webhook.cts';
import {
	closeListenersAfterEach,
	call,
	currents,
	inQuery,
	listen,
	SECRET,
	workflowOf,
} from './support.cts';

closeListenersAfterEach();

const message = (more: IDataObject): IDataObject => ({ source: 'webhookMessage', ...more });
const campaign = (value: string): IDataObject => ({
	filters: { campaignId: { __rl: true, mode: 'id', value } },
});

const refused: Array<[string, IDataObject, string]> = [
	...['bearerToken', 'headerSecret', 'querySecret'].map(
		(authentication): [string, IDataObject, string] => [
			`no secret for ${authentication}`,
			message({ authentication }),
			"'Secret' is empty, so no request can be checked",
		],
	),
	['no password', message({ authentication: 'basicAuth', user: 'braze' }), "'Password' is empty"],
	['no user', message({ authentication: 'basicAuth', secret: SECRET }), "'User' is empty"],
	['a secret of blanks', currents({ secret: ' \n ' }), "'Secret' is empty"],
	[
		'a secret from an expression that gives nothing',
		currents({ secret: '={{ $vars.nothing }}' }),
		"'Secret' is empty",
	],
	[
		'a secret from an expression that gives an empty text',
		currents({ secret: '={{ "" }}' }),
		"'Secret' is empty",
	],
	[
		'a secret from an expression that gives null',
		currents({ secret: '={{ null }}' }),
		"'Secret' is empty",
	],
	[
		'a secret from an expression that gives an object',
		currents({ secret: '={{ { a: 1 } }}' }),
		"'Secret' is empty",
	],
	[
		'no header name',
		message({ authentication: 'headerSecret', headerName: ' ', secret: SECRET }),
		"'Header Name' is empty",
	],
	[
		'a header name with a blank',
		message({ authentication: 'headerSecret', headerName: 'X Own', secret: SECRET }),
		"'Header Name' is no name of a header",
	],
	[
		'a header name with a colon',
		message({ authentication: 'headerSecret', headerName: 'X-Own:', secret: SECRET }),
		"'Header Name' is no name of a header",
	],
	[
		'a secret that no header holds',
		message({ authentication: 'headerSecret', secret: 'Grüße' }),
		"'Secret' does not fit into a header",
	],
	['a token with a blank', currents({ secret: 'a b' }), "'Secret' is no bearer token"],
	['a token of other letters', currents({ secret: 'Grüße' }), "'Secret' is no bearer token"],
	[
		'a user with a colon',
		message({ authentication: 'basicAuth', user: 'a:b', secret: SECRET }),
		"'User' holds a colon",
	],
	[
		'an authentication that a current cannot carry',
		currents({ authentication: 'headerSecret' }),
		"'Authentication' is none that Currents can carry",
	],
	[
		'an authentication that a postback cannot carry',
		{ ...inQuery('transactionalEmailPostback'), authentication: 'bearerToken' },
		"'Authentication' is none that Transactional Email Postback can carry",
	],
	[
		'a source that there is not',
		message({ source: 'smokeSignals' }),
		"'Source' is none of its choices",
	],
	['no events', currents({ events: [] }), "'Event Types' is empty, so nothing would start"],
	[
		'events that an expression makes up',
		currents({ events: '={{ ["users.messages.fax.Sent"] }}' }),
		"'Event Types' holds users.messages.fax.Sent",
	],
	[
		'everything beside a choice',
		currents({ events: ['*', 'users.canvas.Entry'] }),
		"'Event Types' holds All Events and others beside it",
	],
	[
		'everything beside other types',
		currents({ options: { otherEventTypes: 'users.messages.fax.Sent' } }),
		"'Event Types' holds All Events, so 'Other Event Types' adds nothing",
	],
	...['Email: Opened', 'Open', '"users.canvas.Entry"', 'users.canvas.Entry; users.canvas.Exit'].map(
		(otherEventTypes): [string, IDataObject, string] => [
			`${otherEventTypes} for an event type`,
			currents({ events: [], options: { otherEventTypes } }),
			`'Other Event Types' holds ${otherEventTypes}, which is no event type`,
		],
	),
	[
		'all statuses beside one',
		inQuery('transactionalEmailPostback', { statuses: ['*', 'bounced'] }),
		"'Statuses' holds All Statuses and others beside it",
	],
	[
		'no statuses',
		inQuery('transactionalEmailPostback', { statuses: [] }),
		"'Statuses' is empty, so nothing would start",
	],
	[
		'a status that there is not',
		inQuery('transactionalEmailPostback', { statuses: '={{ ["lost"] }}' }),
		"'Statuses' holds lost",
	],
	['an empty filter', currents(campaign('')), "'Filters > Campaign' is empty"],
	['a filter of commas', currents(campaign(' , ,')), "'Filters > Campaign' is empty"],
	...['"C1"', 'C1; C2', 'Spring Sale', '={{ { a: 1 } }}'].map(
		(value): [string, IDataObject, string] => [
			`a filter of ${value}`,
			currents(campaign(value)),
			'which is no ID, so nothing would start',
		],
	),
	...['={{ undefined }}', 'no', 2].map((flatten): [string, IDataObject, string] => [
		`an option that is ${flatten}`,
		currents({ options: { flatten } }),
		"'Flatten' is neither true nor false",
	]),
	[
		'a filter whose expression gives nothing',
		currents(campaign('={{ $vars.nothing }}')),
		"'Filters > Campaign' is empty",
	],
];

test.each(refused)('%s refuses activation', async (_what, parameters, sentence) => {
	await expect(activate(workflowOf(parameters))).rejects.toThrow(sentence);
});

test('no refusal says a secret', async () => {
	for (const secret of ['an unusual blank', 'Grüße']) {
		const error = await activate(workflowOf(currents({ secret }))).catch((caught: Error) => caught);
		expect(JSON.stringify(error)).not.toContain(secret);
		expect(String(error)).not.toContain(secret);
	}
});

test.each<[string, IDataObject]>([
	['an authentication of none', message({ authentication: 'none' })],
	['a token of every character that Braze takes', currents({ secret: 'aZ09+/-._~==' })],
	[
		'only event types that the list lacks',
		currents({ events: [], options: { otherEventTypes: 'users.messages.fax.Sent' } }),
	],
	['a secret that is a number', currents({ secret: '={{ 12345678 }}' })],
	['one event by an expression', currents({ events: '={{ "users.canvas.Entry" }}' })],
])('%s activates', async (_what, parameters) => {
	const listener = await listen(workflowOf(parameters));
	expect(listener.url).toContain('/webhook/6a1d4d7e-0000-4000-8000-000000000001/braze');
});

test('a secret that becomes empty later lets nobody in: Braze is to try again', async () => {
	const end = Date.now() + 1500;
	const secret = `={{ Date.now() < ${end} ? "set" : "" }}`;
	const listener = await listen(workflowOf(message({ authentication: 'headerSecret', secret })));
	await pause(end - Date.now() + 1);
	const { status } = await call(listener, { body: { a: 1 }, headers: { 'X-Braze-Secret': '' } });
	expect(status).toBe(500);
	expect(listener.executions.map(({ error }) => error?.message)).toEqual([
		"'Secret' is empty, so no request can be checked",
	]);
});

test('to deactivate there is nothing to ask Braze for', async () => {
	const { BrazeTrigger } = await import('../../nodes/BrazeTrigger/BrazeTrigger.node.ts');
	const methods = new BrazeTrigger().webhookMethods.default;
	expect(await methods.delete.call({} as never)).toBe(true);
	expect(await methods.checkExists.call({} as never)).toBe(false);
});
