import { campaignsDetails, canvasDetails } from './details.cts';
import type { Endpoint } from './endpoint.cts';
import { campaignsList, canvasList, segmentsList, templatesEmailList } from './lists.cts';
import {
	messagesScheduleCreate,
	messagesScheduleDelete,
	messagesScheduleUpdate,
} from './messages-schedule.cts';
import { messagesSend } from './messages-send.cts';
import { scheduledBroadcasts } from './scheduled-broadcasts.cts';
import { sendsIdCreate } from './sends-id.cts';
import {
	campaignsTriggerScheduleCreate,
	campaignsTriggerScheduleDelete,
	campaignsTriggerScheduleUpdate,
	canvasTriggerScheduleCreate,
	canvasTriggerScheduleDelete,
	canvasTriggerScheduleUpdate,
} from './triggers-schedule.cts';
import { campaignsTriggerSend, canvasTriggerSend } from './triggers-send.cts';

/** Every endpoint of Braze the sandbox has. */
export const endpoints: Endpoint[] = [
	messagesSend,
	messagesScheduleCreate,
	messagesScheduleUpdate,
	messagesScheduleDelete,
	campaignsTriggerSend,
	campaignsTriggerScheduleCreate,
	campaignsTriggerScheduleUpdate,
	campaignsTriggerScheduleDelete,
	canvasTriggerSend,
	canvasTriggerScheduleCreate,
	canvasTriggerScheduleUpdate,
	canvasTriggerScheduleDelete,
	sendsIdCreate,
	scheduledBroadcasts,
	campaignsList,
	campaignsDetails,
	canvasList,
	canvasDetails,
	segmentsList,
	templatesEmailList,
];
