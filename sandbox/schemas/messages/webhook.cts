import { identifier, keyValues, object, oneOf, string } from '../json-schema.cts';
import type { MessageObject } from './message-object.cts';

export const webhook: MessageObject<object> = {
	schema: object(
		'webhook',
		{
			url: identifier,
			request_method: oneOf('POST', 'PUT', 'DELETE', 'GET'),
			request_headers: keyValues,
			body: { type: ['string', 'object'] },
			message_variation_id: string,
		},
		['url', 'request_method'],
	),
};
