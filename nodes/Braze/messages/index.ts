import type { MessageObject } from '../fields/field';
import { androidPush } from './androidPush';
import { applePush } from './applePush';
import { email } from './email';
import { kindlePush } from './kindlePush';
import { sms } from './sms';

/** Every message object, in the order of the *Channels* list: current ones, then what Braze has retired. */
export const messageObjects: MessageObject[] = [androidPush, applePush, email, kindlePush, sms];
