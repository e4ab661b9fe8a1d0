import { Workflow } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, INode, INodeTypes } from 'n8n-workflow';

import { BrazeApi } from '../../credentials/BrazeApi.credentials.ts';
import { instanceUrl, UnusableUrl } from '../../credentials/instances.ts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.cts';

const credential = new BrazeApi();

/** What a dashboard shows in the address bar, and where its REST API is. */
const instances: Array<[string, string, string]> = [
	['US-01', 'dashboard-01.braze.com', 'https://rest.iad-01.braze.com'],
	['US-02', 'dashboard-02.braze.com', 'https://rest.iad-02.braze.com'],
	['US-03', 'dashboard-03.braze.com', 'https://rest.iad-03.braze.com'],
	['US-04', 'dashboard-04.braze.com', 'https://rest.iad-04.braze.com'],
	['US-05', 'dashboard-05.braze.com', 'https://rest.iad-05.braze.com'],
	['US-06', 'dashboard-06.braze.com', 'https://rest.iad-06.braze.com'],
	['US-07', 'dashboard-07.braze.com', 'https://rest.iad-07.braze.com'],
	['US-08', 'dashboard-08.braze.com', 'https://rest.iad-08.braze.com'],
	['US-10', 'dashboard.us-10.braze.com', 'https://rest.us-10.braze.com'],
	['EU-01', 'dashboard-01.braze.eu', 'https://rest.fra-01.braze.eu'],
	['EU-02', 'dashboard-02.braze.eu', 'https://rest.fra-02.braze.eu'],
	['AU-01', 'dashboard.au-01.braze.com', 'https://rest.au-01.braze.com'],
	['ID-01', 'dashboard.id-01.braze.com', 'https://rest.id-01.braze.com'],
	['JP-01', 'dashboard.jp-01.braze.com', 'https://rest.jp-01.braze.com'],
	['KR-01', 'dashboard.kr-01.braze.com', 'https://rest.kr-01.braze.com'],
];

/** A custom URL as a person may write it, and the endpoint that is meant. */
const mended: Array<[string, string]> = [
	['https://rest.example.braze.com', 'https://rest.example.braze.com'],
	['rest.example.braze.com', 'https://rest.example.braze.com'],
	['  https://rest.example.braze.com  ', 'https://rest.example.braze.com'],
	['https://rest.example.braze.com/', 'https://rest.example.braze.com'],
	['https://rest.example.braze.com///', 'https://rest.example.braze.com'],
	['https://rest.example.braze.com/messages/send', 'https://rest.example.braze.com'],
	['https://rest.example.braze.com/?api_key=1#top', 'https://rest.example.braze.com'],
	['https://rest.example.braze.com?a=1', 'https://rest.example.braze.com'],
	['https://rest.example.braze.com#top', 'https://rest.example.braze.com'],
	['https://rest.example.braze.com:8443/x', 'https://rest.example.braze.com:8443'],
	['rest.example.braze.com:8443', 'https://rest.example.braze.com:8443'],
	['HTTPS://rest.example.braze.com', 'https://rest.example.braze.com'],
	['http://localhost:3000', 'http://localhost:3000'],
	['http://localhost', 'http://localhost'],
	['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
	['http://127.1.2.3/x', 'http://127.1.2.3'],
	['http://[::1]:3000', 'http://[::1]:3000'],
	['https://[2001:db8::1]', 'https://[2001:db8::1]'],
];

const unusable: Array<[string, string]> = [
	['', 'no web address'],
	['   ', 'no web address'],
	['https://', 'no web address'],
	['not a url', 'no web address'],
	['https://user:secret@rest.example.braze.com', 'user name or a password'],
	['https://user@rest.example.braze.com', 'user name or a password'],
	['http://rest.example.braze.com', 'unencrypted'],
	['http://localhost.example.com', 'unencrypted'],
	['http://127.0.0.1.example.com', 'unencrypted'],
	['http://10.0.0.1', 'unencrypted'],
	['ftp://rest.example.braze.com', 'ftp://'],
	['https://rest.example.braze.com\\@evil.example', 'no web address'],
	['https:\\\\rest.example.braze.com', 'no web address'],
];

const custom = (customUrl: string) => ({ instance: 'custom', customUrl, apiKey: 'key' });

describe('the endpoint that requests go to', () => {
	test.each(instances)('of %s', (_name, _dashboard, url) => {
		expect(instanceUrl({ instance: url, customUrl: 'https://left.over', apiKey: 'k' })).toBe(url);
	});

	test.each(mended)('of the custom URL %p is %p', (customUrl, url) => {
		expect(instanceUrl(custom(customUrl))).toBe(url);
	});

	test.each(unusable)('of the custom URL %p is none', (customUrl, words) => {
		expect(() => instanceUrl(custom(customUrl))).toThrow(UnusableUrl);
		expect(() => instanceUrl(custom(customUrl))).toThrow(words);
	});

	test.each(['https://evil.example', 'rest.iad-01.braze.com', '', undefined])(
		'is one of the list: %p is refused',
		(instance) => {
			expect(() => instanceUrl({ instance, apiKey: 'k' })).toThrow(UnusableUrl);
			expect(testedUrl({ instance: instance as string, apiKey: 'k' })).toMatch(/\.invalid$/);
		},
	);

	test.each(['', undefined])(
		'is missing where no instance is chosen (%p), which is said',
		(instance) => {
			expect(() => instanceUrl({ instance, apiKey: 'k' })).toThrow('names no instance');
		},
	);

	test('is not told together with what the custom URL holds', () => {
		const url = 'https://user:secret@rest.example.braze.com';
		expect(() => instanceUrl(custom(url))).toThrow(/^((?!secret).)*$/);
	});
});

test('the form offers the 15 instances, each by its dashboard, and a custom URL', () => {
	const [instance] = credential.properties;
	const options = instance.options as Array<{ name: string; value: string }>;
	const expected = [
		...instances.map(([name, dashboard, value]) => ({ name: `${name} (${dashboard})`, value })),
		{ name: 'Custom URL', value: 'custom' },
	];
	expect(options).toEqual(expected.sort((a, b) => a.name.localeCompare(b.name)));
});

test('the key is a password, and the custom URL shows for its choice alone', () => {
	const [, customUrl, apiKey] = credential.properties;
	expect(apiKey).toMatchObject({ name: 'apiKey', typeOptions: { password: true }, required: true });
	expect(customUrl.displayOptions).toEqual({ show: { instance: ['custom'] } });
	expect(customUrl.required).toBe(true);
});

const node = {
	id: '1',
	name: 'Test',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const workflow = new Workflow({
	nodes: [],
	connections: {},
	active: false,
	nodeTypes: {
		getByName: () => undefined,
		getByNameAndVersion: () => undefined,
	} as unknown as INodeTypes,
});

/** Evaluates an expression of the credential in n8n's own engine. */
const evaluate = (expression: string, $credentials: ICredentialDataDecryptedObject): string =>
	workflow.expression.getSimpleParameterValue(node as INode, expression, 'internal', {
		$credentials,
	}) as string;

const { request, rules = [] } = credential.test;
const testedUrl = (data: ICredentialDataDecryptedObject) =>
	evaluate(request.baseURL as string, data);

describe('the test of the credential asks', () => {
	test.each(instances)('%s itself', (_name, _dashboard, url) => {
		expect(testedUrl({ instance: url, customUrl: '', apiKey: 'k' })).toBe(url);
	});

	test.each(mended)('for the custom URL %p the endpoint %p', (customUrl, url) => {
		expect(testedUrl(custom(customUrl)).toLowerCase()).toBe(url);
	});

	test('for no custom URL no other machine', () => {
		expect(testedUrl({ instance: 'custom', apiKey: 'k' })).toBe('https://');
	});

	test.each([
		...unusable.map(([url]) => url),
		'HTTP://rest.example.braze.com',
		'http://localhost@rest.example.braze.com',
		'http://localhost:80@rest.example.braze.com',
		'http://127.0.0.1:80@rest.example.braze.com/',
		'http://rest.example.braze.com/@localhost',
		'http://rest.example.braze.com#localhost',
		'http:\\\\rest.example.braze.com',
	])('never sends the key unencrypted to another machine, nor a password: %p', (customUrl) => {
		const url = testedUrl(custom(customUrl));
		expect(url).toMatch(/^(https|ftp):\/\//i);
		expect(url).not.toContain('@');
	});
});

test('the test follows no redirect, and takes only an answer with the list of Braze', () => {
	expect(request.disableFollowRedirect).toBe(true);
	const codes = rules.map(({ properties }) => properties.value as unknown);
	expect(codes).toEqual(expect.arrayContaining([301, 302, 303, 307, 308]));
	const [body] = rules.filter(({ type }) => (type as string) === 'responseSuccessBody');
	expect(body.properties).toMatchObject({ key: 'campaigns', value: undefined });
});

// n8n shows what is thrown here as what the test came to
test.each([
	['', 'holds no REST API key'],
	[' \n', 'holds no REST API key'],
	[undefined, 'holds no REST API key'],
	['sandbox-full\n-access-key', 'a line break'],
	['Bearer sandbox-full-access-key', 'a space'],
	['\u200bsandbox-full-access-key', 'another character'],
])('a key that the node refuses does not pass the test: %p', async (apiKey, words) => {
	const asking = credential.authenticate({ apiKey } as never, { url: 'https://x.invalid' });
	await expect(asking).rejects.toThrow(words);
});

describe('the test of the credential against a Braze', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const ask = async (apiKey: string): Promise<{ status: number; words?: string }> => {
		const data = { ...custom(sandbox.url), apiKey };
		const query = new URLSearchParams(request.qs as Record<string, string>);
		const url = `${testedUrl(data)}${request.url}?${query}`;
		const { headers } = await credential.authenticate(data, { url });
		const { status } = await fetch(url, { headers: headers as Record<string, string> });
		const rule = rules.find(
			({ type, properties }) => type === 'responseCode' && properties.value === status,
		);
		return { status, words: rule?.properties.message };
	};

	test.each([
		['a good key', 'sandbox-full-access-key', 200, undefined],
		['a good key with blanks around it', ' sandbox-full-access-key\n', 200, undefined],
		['an unknown key', 'nobody-knows-this-key', 401, 'does not know this key'],
		['a narrower key', 'sandbox-no-lists-key', 403, 'knows this key but does not let it list'],
	])('with %s', async (_what, apiKey, status, words) => {
		const answer = await ask(apiKey);
		expect(answer.status).toBe(status);
		if (words) expect(answer.words).toContain(words);
		else expect(answer.words).toBeUndefined();
	});
});
