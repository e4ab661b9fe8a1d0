import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../sandbox/sandbox.cts';
import type { Sandbox } from '../../sandbox/sandbox.cts';
import { messageOf, send, triggerParameters } from '../faults/support.cts';

const TRICKY = ['__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'hasOwnProperty'];
const VALUES = ['null', '1', '"x"', '{"a":1}', '[]'];

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

/** Only JSON.parse makes a key `__proto__` an object's own. */
const parsed = (text: string): IDataObject => JSON.parse(text) as IDataObject;

test.each(TRICKY)(
	"a user's property named %s arrives, at any depth and whatever it holds",
	async (key) => {
		const items = VALUES.map((value, item) =>
			parsed(
				`{"user":"user-${item}","item":${item},"${key}":${value},"deep":[{"${key}":${value}}]}`,
			),
		);
		sandbox.reset();
		const { nodes } = await send({ url: sandbox.url, items });
		expect(nodes.Braze.output[0]).toHaveLength(VALUES.length);
		const bodies = sandbox.requests.map(({ body }) => body as { recipients: IDataObject[] });
		const arrived = bodies.flatMap(({ recipients }) => recipients);
		expect(arrived.map((recipient) => JSON.stringify(recipient.trigger_properties))).toEqual(
			items.map((item) => JSON.stringify(item)),
		);
	},
);

test.each(TRICKY)('a request key named %s reaches Braze, which refuses it', async (key) => {
	for (const value of VALUES) {
		const additionalFields = { additionalJson: `{"${key}": ${value}}` };
		const parameters = { ...triggerParameters(), additionalFields };
		const { nodes } = await send({ url: sandbox.url, items: [{ user: 'a', item: 0 }], parameters });
		expect(messageOf(nodes.Braze.output[1][0])).toMatch(
			/^Item 0: Braze refused the request \(400\): Bad Request; .* is not a known key/,
		);
	}
});
