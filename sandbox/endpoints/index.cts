import type { Endpoint } from './endpoint.cts';
import { messagesSend } from './messages-send.cts';
import { campaignsTriggerSend, canvasTriggerSend } from './triggers-send.cts';

/** Every endpoint of Braze the sandbox has. */
export const endpoints: Endpoint[] = [messagesSend, campaignsTriggerSend, canvasTriggerSend];
