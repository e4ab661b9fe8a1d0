import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { PlannedRequest } from '../../nodes/Braze/pipeline/request.ts';
import type { Accepted } from '../../nodes/Braze/pipeline/send/outcome.ts';
import { inOnePage, withPages } from '../../nodes/Braze/pipeline/send/paging.ts';
import { connect, openExchange } from '../../nodes/Braze/pipeline/send/transport.ts';

const planned: PlannedRequest = {
	request: { method: 'GET', path: '/events', body: {} },
	entries: [],
	entryItems: [],
	itemIndexes: [0],
	after: [],
};

test('an answer with more entries than a call takes arguments is read whole', async () => {
	const events = Array.from({ length: 200_000 }, (_, index) => index);
	const send = async (): Promise<Accepted> => ({ kind: 'accepted', answer: { events } });
	const { answer } = (await withPages(send, inOnePage('events'))(planned)) as Accepted;
	expect(answer.events).toHaveLength(events.length);
});

test('an answer that is nested too deeply to be looked through did arrive', async () => {
	let body: IDataObject = {};
	for (let depth = 0; depth < 50_000; depth++) body = { inner: body };
	const context = {
		getCredentials: async () => ({ instance: 'https://rest.iad-01.braze.com', apiKey: 'key' }),
		helpers: { httpRequestWithAuthentication: async () => ({ statusCode: 201, body }) },
	};
	const connection = await connect(context as unknown as IExecuteFunctions);
	const { outcome } = await openExchange(connection, 1000)(planned)();
	expect(outcome).toMatchObject({
		kind: 'mayHaveBeenSent',
		reason: expect.stringMatching(/^Braze's answer could not be read \(.*may have been sent$/),
	});
});
