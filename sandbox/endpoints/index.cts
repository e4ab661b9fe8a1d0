import { getCampaign } from './campaign/get.cts';
import { getCampaigns } from './campaign/getAll.cts';
import { sendCampaignTrigger } from './campaignTrigger/send.cts';
import { getCanvas } from './canvas/get.cts';
import { getCanvases } from './canvas/getAll.cts';
import { sendCanvasTrigger } from './canvasTrigger/send.cts';
import { deleteCatalog } from './catalog/delete.cts';
import { getCatalogs } from './catalog/getAll.cts';
import { createCatalogItems } from './catalogItem/create.cts';
import { deleteCatalogItems } from './catalogItem/delete.cts';
import { getCatalogItem } from './catalogItem/get.cts';
import { getCatalogItems } from './catalogItem/getAll.cts';
import { updateCatalogItems } from './catalogItem/update.cts';
import { upsertCatalogItems } from './catalogItem/upsert.cts';
import { createContentBlock } from './contentBlock/create.cts';
import { getContentBlock } from './contentBlock/get.cts';
import { getContentBlocks } from './contentBlock/getAll.cts';
import { updateContentBlock } from './contentBlock/update.cts';
import { blocklistEmailAddresses } from './emailAddress/blocklist.cts';
import { getHardBounces } from './emailAddress/getHardBounces.cts';
import { getUnsubscribes } from './emailAddress/getUnsubscribes.cts';
import { removeHardBounces } from './emailAddress/removeBounce.cts';
import { removeFromSpamList } from './emailAddress/removeSpam.cts';
import { setEmailSubscription } from './emailAddress/setSubscription.cts';
import { getCustomAttributes } from './customAttribute/getAll.cts';
import { getCustomEvents } from './customEvent/getAll.cts';
import { getCustomEventNames } from './customEvent/getNames.cts';
import { getEmailTemplates } from './emailTemplate/getAll.cts';
import type { Endpoint } from './endpoint.cts';
import { sendMessage } from './message/send.cts';
import { getInvalidPhoneNumbers } from './phoneNumber/getInvalid.cts';
import { removeInvalidPhoneNumbers } from './phoneNumber/removeInvalid.cts';
import { createCampaignTriggerSchedule } from './schedule/createCampaignTrigger.cts';
import { createCanvasTriggerSchedule } from './schedule/createCanvasTrigger.cts';
import { createMessageSchedule } from './schedule/createMessage.cts';
import { deleteCampaignTriggerSchedule } from './schedule/deleteCampaignTrigger.cts';
import { deleteCanvasTriggerSchedule } from './schedule/deleteCanvasTrigger.cts';
import { deleteMessageSchedule } from './schedule/deleteMessage.cts';
import { updateCampaignTriggerSchedule } from './schedule/updateCampaignTrigger.cts';
import { updateCanvasTriggerSchedule } from './schedule/updateCanvasTrigger.cts';
import { updateMessageSchedule } from './schedule/updateMessage.cts';
import { getScheduledBroadcasts } from './scheduledBroadcast/getAll.cts';
import { cancelSegmentExport } from './segment/cancelExport.cts';
import { exportSegment } from './segment/export.cts';
import { exportControlGroup } from './segment/exportControlGroup.cts';
import { getSegments } from './segment/getAll.cts';
import { createSendId } from './sendId/create.cts';
import { getSubscriptionGroupsOfUser } from './subscriptionGroup/getOfUser.cts';
import { getSubscriptionStatus } from './subscriptionGroup/getStatus.cts';
import { setSubscriptionStatus } from './subscriptionGroup/setStatus.cts';
import { createAliases } from './user/createAlias.cts';
import { deleteUsers } from './user/delete.cts';
import { identifyUsers } from './user/identify.cts';
import { mergeUsers } from './user/merge.cts';
import { removeExternalIds } from './user/removeExternalId.cts';
import { renameExternalIds } from './user/renameExternalId.cts';
import { updateAliases } from './user/updateAlias.cts';
import { exportUsers } from './user/get.cts';
import { trackUsers } from './user/track.cts';

/** Every endpoint of Braze the sandbox has. */
export const endpoints: Endpoint[] = [
	getCampaign,
	getCampaigns,
	sendCampaignTrigger,
	getCanvas,
	getCanvases,
	sendCanvasTrigger,
	deleteCatalog,
	getCatalogs,
	createCatalogItems,
	deleteCatalogItems,
	getCatalogItem,
	getCatalogItems,
	updateCatalogItems,
	upsertCatalogItems,
	createContentBlock,
	getContentBlock,
	getContentBlocks,
	updateContentBlock,
	blocklistEmailAddresses,
	getHardBounces,
	getUnsubscribes,
	removeHardBounces,
	removeFromSpamList,
	setEmailSubscription,
	getCustomAttributes,
	getCustomEvents,
	getCustomEventNames,
	getEmailTemplates,
	sendMessage,
	getInvalidPhoneNumbers,
	removeInvalidPhoneNumbers,
	createCampaignTriggerSchedule,
	createCanvasTriggerSchedule,
	createMessageSchedule,
	deleteCampaignTriggerSchedule,
	deleteCanvasTriggerSchedule,
	deleteMessageSchedule,
	updateCampaignTriggerSchedule,
	updateCanvasTriggerSchedule,
	updateMessageSchedule,
	getScheduledBroadcasts,
	cancelSegmentExport,
	exportSegment,
	exportControlGroup,
	getSegments,
	createSendId,
	getSubscriptionGroupsOfUser,
	getSubscriptionStatus,
	setSubscriptionStatus,
	createAliases,
	deleteUsers,
	identifyUsers,
	mergeUsers,
	removeExternalIds,
	renameExternalIds,
	updateAliases,
	exportUsers,
	trackUsers,
];
