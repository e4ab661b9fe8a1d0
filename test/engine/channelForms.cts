import type { IDataObject } from 'n8n-workflow';

import { messageForm, type Parameters } from './support.cts';

const channel = (name: string, more: Parameters): Parameters =>
	messageForm({ channels: [name], ...more });
export const apple = (more: Parameters = {}): Parameters =>
	channel('applePush', { applePushAlert: 'Hi', ...more });
export const android = (more: Parameters = {}): Parameters =>
	channel('androidPush', { androidPushTitle: 'T', androidPushAlert: 'A', ...more });
export const inApp = (
	inAppMessageMessage: string,
	inAppMessageFields: IDataObject = {},
): Parameters => channel('inAppMessage', { inAppMessageMessage, inAppMessageFields });
export const email = (more: Parameters = {}): Parameters =>
	channel('email', {
		emailFrom: 'A <a@example.com>',
		emailAppId: 'a',
		emailBody: '<p>Hi</p>',
		...more,
	});

export const attachment = {
	attachments: {
		attachment: [{ fileName: 'invoice', url: 'https://example.com/invoice.pdf' }],
	},
};

export const asksFor = (bytes: number): string => `={{ "x".repeat(${bytes}) }}`;
/** An alert that fills an Apple push to so many bytes. */
export const appleOf = (bytes: number): Parameters =>
	apple({ applePushAlert: asksFor(bytes - Buffer.byteLength('{"alert":""}')) });
export const androidOf = (bytes: number): Parameters =>
	android({ androidPushAlert: asksFor(bytes) });
