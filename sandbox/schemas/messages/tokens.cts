import { APPLE_TOKEN_CHARACTERS, MAX_TOKENS } from '../../limits.cts';
import { identifier, list, object, type JsonSchema } from '../json-schema.cts';

const TOO_MANY = { maxItems: 'Max input length exceeded' };

function tokensObject(token: JsonSchema): JsonSchema {
	return object(
		'tokens',
		{
			app_id: identifier,
			tokens: list(token, { minItems: 1, maxItems: MAX_TOKENS, brazeErrors: TOO_MANY }),
		},
		['app_id', 'tokens'],
	);
}

/** Raw device tokens beside the named users. Appboy document. */
export const alsoSendTo: JsonSchema = list(tokensObject(identifier));

const wrongLength = 'Invalid Push Token Length';

/** As alsoSendTo, where Apple's fixed token length is checked too. Appboy document. */
export const alsoSendToApple: JsonSchema = list(
	tokensObject({
		type: 'string',
		minLength: APPLE_TOKEN_CHARACTERS,
		maxLength: APPLE_TOKEN_CHARACTERS,
		brazeErrors: { minLength: wrongLength, maxLength: wrongLength },
	}),
);
