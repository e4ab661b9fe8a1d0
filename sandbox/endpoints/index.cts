import { duplicateCampaign } from './campaign/duplicate.cts';
import { getCampaign } from './campaign/get.cts';
import { getCampaigns } from './campaign/getAll.cts';
import { getCampaignLinks } from './campaign/getLinks.cts';
import { getCampaignStatistics } from './campaign/getStatistics.cts';
import { sendCampaignTrigger } from './campaignTrigger/send.cts';
import { duplicateCanvas } from './canvas/duplicate.cts';
import { getCanvas } from './canvas/get.cts';
import { getCanvases } from './canvas/getAll.cts';
import { getCanvasLinks } from './canvas/getLinks.cts';
import { getCanvasStatistics } from './canvas/getStatistics.cts';
import { getCanvasSummary } from './canvas/getSummary.cts';
import { sendCanvasTrigger } from './canvasTrigger/send.cts';
import { createCatalog } from './catalog/create.cts';
import { createCatalogField } from './catalog/createField.cts';
import { createCatalogSelection } from './catalog/createSelection.cts';
import { deleteCatalog } from './catalog/delete.cts';
import { deleteCatalogField } from './catalog/deleteField.cts';
import { deleteCatalogSelection } from './catalog/deleteSelection.cts';
import { getCatalogs } from './catalog/getAll.cts';
import { createCatalogItems } from './catalogItem/create.cts';
import { createCatalogItem } from './catalogItem/createOne.cts';
import { deleteCatalogItems } from './catalogItem/delete.cts';
import { deleteCatalogItem } from './catalogItem/deleteOne.cts';
import { getCatalogItem } from './catalogItem/get.cts';
import { getCatalogItems } from './catalogItem/getAll.cts';
import { updateCatalogItems } from './catalogItem/update.cts';
import { updateCatalogItem } from './catalogItem/updateOne.cts';
import { upsertCatalogItems } from './catalogItem/upsert.cts';
import { upsertCatalogItem } from './catalogItem/upsertOne.cts';
import { createContentBlock } from './contentBlock/create.cts';
import { getContentBlock } from './contentBlock/get.cts';
import { getContentBlocks } from './contentBlock/getAll.cts';
import { updateContentBlock } from './contentBlock/update.cts';
import { getCustomAttributes } from './customAttribute/getAll.cts';
import { getCustomEvents } from './customEvent/getAll.cts';
import { getCustomEventNames } from './customEvent/getNames.cts';
import { getCustomEventStatistics } from './customEvent/getStatistics.cts';
import { getIntegrations } from './dataIngestion/getIntegrations.cts';
import { getSyncStatus } from './dataIngestion/getSyncStatus.cts';
import { syncIntegration } from './dataIngestion/sync.cts';
import { blocklistEmailAddresses } from './emailAddress/blocklist.cts';
import { getHardBounces } from './emailAddress/getHardBounces.cts';
import { getUnsubscribes } from './emailAddress/getUnsubscribes.cts';
import { removeHardBounces } from './emailAddress/removeBounce.cts';
import { removeFromSpamList } from './emailAddress/removeSpam.cts';
import { setEmailSubscription } from './emailAddress/setSubscription.cts';
import { getEmailTemplates } from './emailTemplate/getAll.cts';
import { getDau } from './kpi/getDau.cts';
import { getMau } from './kpi/getMau.cts';
import { getNewUsers } from './kpi/getNewUsers.cts';
import { getSessions } from './kpi/getSessions.cts';
import { getUninstalls } from './kpi/getUninstalls.cts';
import { startLiveActivity } from './liveActivity/start.cts';
import { updateLiveActivity } from './liveActivity/update.cts';
import { createEmailTemplate } from './emailTemplate/create.cts';
import { getEmailTemplate } from './emailTemplate/get.cts';
import { updateEmailTemplate } from './emailTemplate/update.cts';
import type { Endpoint } from './endpoint.cts';
import { replaceMediaAsset } from './mediaAsset/replace.cts';
import { uploadMediaAsset } from './mediaAsset/upload.cts';
import { sendMessage } from './message/send.cts';
import { getInvalidPhoneNumbers } from './phoneNumber/getInvalid.cts';
import { removeInvalidPhoneNumbers } from './phoneNumber/removeInvalid.cts';
import { createPreferenceCenter } from './preferenceCenter/create.cts';
import { getPreferenceCenter } from './preferenceCenter/get.cts';
import { getPreferenceCenters } from './preferenceCenter/getAll.cts';
import { getPreferenceCenterUrl } from './preferenceCenter/getUserUrl.cts';
import { updatePreferenceCenter } from './preferenceCenter/update.cts';
import { getProducts } from './purchase/getProducts.cts';
import { getPurchaseQuantity } from './purchase/getQuantity.cts';
import { getPurchaseRevenue } from './purchase/getRevenue.cts';
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
import { createSdkAuthenticationKey } from './sdkAuthenticationKey/create.cts';
import { deleteSdkAuthenticationKey } from './sdkAuthenticationKey/delete.cts';
import { getSdkAuthenticationKeys } from './sdkAuthenticationKey/getAll.cts';
import { setPrimarySdkAuthenticationKey } from './sdkAuthenticationKey/setPrimary.cts';
import { cancelSegmentExport } from './segment/cancelExport.cts';
import { exportSegment } from './segment/export.cts';
import { exportControlGroup } from './segment/exportControlGroup.cts';
import { getSegment } from './segment/get.cts';
import { getSegments } from './segment/getAll.cts';
import { getSegmentSizes } from './segment/getSizes.cts';
import { createSendId } from './sendId/create.cts';
import { getSendIdStatistics } from './sendId/getStatistics.cts';
import { getSubscriptionGroupsOfUser } from './subscriptionGroup/getOfUser.cts';
import { getSubscriptionStatus } from './subscriptionGroup/getStatus.cts';
import { setSubscriptionStatus } from './subscriptionGroup/setStatus.cts';
import { sendTransactionalEmail } from './transactionalEmail/send.cts';
import { createAliases } from './user/createAlias.cts';
import { deleteUsers } from './user/delete.cts';
import { exportUsers } from './user/get.cts';
import { identifyUsers } from './user/identify.cts';
import { mergeUsers } from './user/merge.cts';
import { removeExternalIds } from './user/removeExternalId.cts';
import { renameExternalIds } from './user/renameExternalId.cts';
import { trackUsers } from './user/track.cts';
import { updateAliases } from './user/updateAlias.cts';

/** Every endpoint of Braze the sandbox has. */
export const endpoints: Endpoint[] = [
	duplicateCampaign,
	getCampaign,
	getCampaigns,
	getCampaignLinks,
	getCampaignStatistics,
	sendCampaignTrigger,
	duplicateCanvas,
	getCanvas,
	getCanvases,
	getCanvasLinks,
	getCanvasStatistics,
	getCanvasSummary,
	sendCanvasTrigger,
	createCatalog,
	createCatalogField,
	createCatalogSelection,
	deleteCatalog,
	deleteCatalogField,
	deleteCatalogSelection,
	getCatalogs,
	createCatalogItems,
	createCatalogItem,
	deleteCatalogItems,
	deleteCatalogItem,
	getCatalogItem,
	getCatalogItems,
	updateCatalogItems,
	updateCatalogItem,
	upsertCatalogItems,
	upsertCatalogItem,
	createContentBlock,
	getContentBlock,
	getContentBlocks,
	updateContentBlock,
	getCustomAttributes,
	getCustomEvents,
	getCustomEventNames,
	getCustomEventStatistics,
	getIntegrations,
	getSyncStatus,
	syncIntegration,
	blocklistEmailAddresses,
	getHardBounces,
	getUnsubscribes,
	removeHardBounces,
	removeFromSpamList,
	setEmailSubscription,
	getEmailTemplates,
	getDau,
	getMau,
	getNewUsers,
	getSessions,
	getUninstalls,
	startLiveActivity,
	updateLiveActivity,
	createEmailTemplate,
	getEmailTemplate,
	updateEmailTemplate,
	replaceMediaAsset,
	uploadMediaAsset,
	sendMessage,
	getInvalidPhoneNumbers,
	removeInvalidPhoneNumbers,
	createPreferenceCenter,
	getPreferenceCenter,
	getPreferenceCenters,
	getPreferenceCenterUrl,
	updatePreferenceCenter,
	getProducts,
	getPurchaseQuantity,
	getPurchaseRevenue,
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
	createSdkAuthenticationKey,
	deleteSdkAuthenticationKey,
	getSdkAuthenticationKeys,
	setPrimarySdkAuthenticationKey,
	cancelSegmentExport,
	exportSegment,
	exportControlGroup,
	getSegment,
	getSegments,
	getSegmentSizes,
	createSendId,
	getSendIdStatistics,
	getSubscriptionGroupsOfUser,
	getSubscriptionStatus,
	setSubscriptionStatus,
	sendTransactionalEmail,
	createAliases,
	deleteUsers,
	exportUsers,
	identifyUsers,
	mergeUsers,
	removeExternalIds,
	renameExternalIds,
	trackUsers,
	updateAliases,
];
