import type { MessageObject } from '../schema/field';
import { androidPush } from './androidPush';
import { applePush } from './applePush';
import { contentCard } from './contentCard';
import { email } from './email';
import { inAppMessage } from './inAppMessage';
import { kindlePush } from './kindlePush';
import { sms } from './sms';
import { webhook } from './webhook';
import { webPush } from './webPush';
import { whatsApp } from './whatsApp';
import { windowsPhone8Push } from './windowsPhone8Push';
import { windowsUniversalPush } from './windowsUniversalPush';

/** The endpoints that take message objects: those of a schedule have other keys for some of them than the one that sends. */
export type MessageEndpoint = 'send' | 'schedule' | 'update';

/** Every message object, in the order of the *Channels* list: current ones, then what Braze has retired. */
export const messageObjects: MessageObject[] = [
	androidPush,
	applePush,
	contentCard,
	email,
	kindlePush,
	sms,
	webPush,
	webhook,
	whatsApp,
	inAppMessage,
	windowsPhone8Push,
	windowsUniversalPush,
];
