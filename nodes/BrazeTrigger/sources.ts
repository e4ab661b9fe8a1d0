import type { INodePropertyOptions } from 'n8n-workflow';

import { SECRET_PARAMETER } from './authentication';
import type { AuthenticationName } from './authentication';

export type SourceName =
	| 'connectedContent'
	| 'currents'
	| 'segmentExport'
	| 'transactionalEmailPostback'
	| 'webhookMessage';

/** A way in which Braze calls. */
export interface Source {
	option: INodePropertyOptions & { value: SourceName };
	/** What Braze can carry there; the first one is preset. */
	authentications: AuthenticationName[];
	/** HTTP methods to choose from, the preset one first; always POST where there is no choice. */
	methods?: string[];
	/** What to do in Braze. */
	setup: string;
	/** What can go wrong there. */
	caveats: string;
	/** Lines to copy into Braze, whatever the authentication. */
	copies: string[];
	/** The line to copy that carries the secret. */
	secretCopies: Partial<Record<AuthenticationName, string>>;
}

const querySecret = `?${SECRET_PARAMETER}=YOUR-SECRET`;

/** A body for a webhook message: every Liquid output is escaped, so that no quotation mark breaks the JSON. */
const messageBody = JSON.stringify(
	Object.fromEntries(
		Object.entries({
			user_id: '${user_id}',
			braze_id: '${braze_id}',
			email: '${email_address}',
			campaign_id: 'campaign.${api_id}',
			campaign_name: 'campaign.${name}',
			dispatch_id: 'campaign.${dispatch_id}',
			canvas_id: 'canvas.${api_id}',
			canvas_name: 'canvas.${name}',
		}).map(([key, variable]) => [key, `{{${variable} | json_escape}}`]),
	),
	undefined,
	1,
).replace(/\n\s*/g, ' ');

/** A tag that asks the workflow while Braze renders, and keeps an answer for a quarter of an hour. */
const contentTag = (query: string, authentication: string): string =>
	`{% connected_content YOUR-URL${query}user_id={{\${user_id} | url_param_escape}}${authentication} :save reply :cache_max_age 900 %}`;

/** Facts of the Braze docs, September 2026; the speed of n8n was measured with n8n 2.41 on two cores. */
export const sources: Record<SourceName, Source> = {
	connectedContent: {
		option: {
			name: 'Connected Content',
			value: 'connectedContent',
			description: 'Braze asks while it renders a message, and the last node answers',
		},
		authentications: ['basicAuth', 'bearerToken', 'headerSecret', 'querySecret', 'none'],
		methods: ['GET', 'POST'],
		setup:
			'In Braze, put the tag below into a message, with the production URL from above. The first item of the last node is the answer: its field code is then {{reply.code}} in the message. For Basic Auth, store user and password under Settings → Connected Content and name that credential in the tag. For POST, add :method post :body key=value :content_type application/json to the tag.',
		caveats:
			'Braze waits 2 seconds and inserts nothing where the answer is late or its status is not 2XX. It asks several times for one recipient, so let the workflow change nothing. It keeps a GET answer for at least 5 minutes. It calls ports 80 and 443 only. At 20 requests at once n8n needs more than 2 seconds for some: keep the workflow short and the cache time long.',
		copies: [],
		secretCopies: {
			basicAuth: contentTag('?', ' :basic_auth YOUR-CREDENTIAL'),
			bearerToken: contentTag('?', ' :headers {"Authorization": "Bearer YOUR-SECRET"}'),
			headerSecret: contentTag('?', ' :headers {"X-Braze-Secret": "YOUR-SECRET"}'),
			querySecret: contentTag(`${querySecret}&`, ''),
			none: contentTag('?', ''),
		},
	},
	currents: {
		option: {
			name: 'Currents',
			value: 'currents',
			description: 'Batches of engagement and behavior events',
		},
		authentications: ['bearerToken', 'querySecret', 'none'],
		setup:
			'In Braze, open Partner Integrations → Data Export → Create New Current → Custom Currents Export. Endpoint: the production URL from above. Bearer token: the secret below. Then choose the events to send.',
		caveats:
			'Activate this workflow first: a 401, 403 or 404 stops the Current until somebody turns it on again. Events come more than once and in no order: put Remove Duplicates on the field id behind this node. A large batch needs N8N_PAYLOAD_SIZE_MAX above its 16 MB.',
		copies: [],
		secretCopies: { querySecret },
	},
	segmentExport: {
		option: {
			name: 'Segment Export',
			value: 'segmentExport',
			description: 'An export of users is ready to download',
		},
		authentications: ['querySecret', 'none'],
		setup:
			'Give the production URL from above as callback endpoint of the export, with the secret and a name of your own for the export at its end.',
		caveats:
			'Braze does not say which export is ready: what you add to the query of the URL becomes fields of the item. The link lives for a few hours, and is missing where cloud storage is connected to Braze. A failed export is reported by email and never here.',
		copies: [],
		secretCopies: { querySecret: `${querySecret}&export=YOUR-NAME`, none: '?export=YOUR-NAME' },
	},
	transactionalEmailPostback: {
		option: {
			name: 'Transactional Email Postback',
			value: 'transactionalEmailPostback',
			description: 'What became of a transactional email',
		},
		authentications: ['querySecret', 'none'],
		setup:
			'In Braze, open Settings → Email Preferences → Transactional Event Status Postback and enter the production URL from above, with the secret at its end.',
		caveats:
			'A workspace has one such URL. The request names no user: send each email with an external send ID that says whom it is for, and it comes back in metadata. Braze documents neither order nor retries.',
		copies: [],
		secretCopies: { querySecret },
	},
	webhookMessage: {
		option: {
			name: 'Webhook Message',
			value: 'webhookMessage',
			description: 'A campaign or a Canvas step with a webhook, one request for each user',
		},
		authentications: ['headerSecret', 'basicAuth', 'bearerToken', 'querySecret', 'none'],
		methods: ['POST', 'DELETE', 'GET', 'PATCH', 'PUT'],
		setup:
			'In Braze, create a webhook campaign or a webhook step in a Canvas. Webhook URL: the production URL from above. Choose the HTTP method of this node, add the header lines below, and paste the body below as raw text. The field names are yours to change; keep json_escape on every text.',
		caveats:
			'Each user is a request of its own, and n8n takes some 13 of them a second: limit the rate in the delivery settings of the campaign. Braze tries again after 408, 429 and 5XX, up to 5 times and with the same dispatch ID, and never after another 4XX. It calls ports 80 and 443 only and follows no redirect.',
		copies: ['Content-Type: application/json', messageBody],
		secretCopies: {
			basicAuth: 'Authorization: Basic BASE64-OF-USER-COLON-PASSWORD',
			bearerToken: 'Authorization: Bearer YOUR-SECRET',
			headerSecret: 'X-Braze-Secret: YOUR-SECRET',
			querySecret,
		},
	},
};

/** Statuses of a transactional email (Braze docs, September 2026). */
export const statuses = ['aborted', 'bounced', 'delivered', 'processed', 'sent'];
