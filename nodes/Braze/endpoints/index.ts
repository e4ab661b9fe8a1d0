import type { Operation } from '../pipeline/operation';
import { duplicateCampaign } from './campaign/duplicate';
import { getCampaign } from './campaign/get';
import { getCampaigns } from './campaign/getAll';
import { getCampaignLinks } from './campaign/getLinks';
import { getCampaignStatistics } from './campaign/getStatistics';
import { sendCampaignTrigger } from './campaignTrigger/send';
import { duplicateCanvas } from './canvas/duplicate';
import { getCanvas } from './canvas/get';
import { getCanvases } from './canvas/getAll';
import { getCanvasLinks } from './canvas/getLinks';
import { getCanvasStatistics } from './canvas/getStatistics';
import { getCanvasSummary } from './canvas/getSummary';
import { sendCanvasTrigger } from './canvasTrigger/send';
import { createCatalog } from './catalog/create';
import { createCatalogField } from './catalog/createField';
import { createCatalogSelection } from './catalog/createSelection';
import { deleteCatalog } from './catalog/delete';
import { deleteCatalogField } from './catalog/deleteField';
import { deleteCatalogSelection } from './catalog/deleteSelection';
import { getCatalogs } from './catalog/getAll';
import { createCatalogItem } from './catalogItem/create';
import { deleteCatalogItem } from './catalogItem/delete';
import { getCatalogItem } from './catalogItem/get';
import { getCatalogItems } from './catalogItem/getAll';
import { updateCatalogItem } from './catalogItem/update';
import { upsertCatalogItem } from './catalogItem/upsert';
import { createContentBlock } from './contentBlock/create';
import { getContentBlock } from './contentBlock/get';
import { getContentBlocks } from './contentBlock/getAll';
import { updateContentBlock } from './contentBlock/update';
import { getCustomAttributes } from './customAttribute/getAll';
import { getCustomEvents } from './customEvent/getAll';
import { getCustomEventStatistics } from './customEvent/getStatistics';
import { getIntegrations } from './dataIngestion/getIntegrations';
import { getSyncStatus } from './dataIngestion/getSyncStatus';
import { syncIntegration } from './dataIngestion/sync';
import { blocklistEmailAddress } from './emailAddress/blocklist';
import { getHardBounces } from './emailAddress/getHardBounces';
import { getUnsubscribes } from './emailAddress/getUnsubscribes';
import { removeHardBounce } from './emailAddress/removeBounce';
import { removeFromSpamList } from './emailAddress/removeSpam';
import { setEmailSubscription } from './emailAddress/setSubscription';
import { createEmailTemplate } from './emailTemplate/create';
import { getEmailTemplate } from './emailTemplate/get';
import { getEmailTemplates } from './emailTemplate/getAll';
import { updateEmailTemplate } from './emailTemplate/update';
import { getKpiStatistics } from './kpi/getStatistics';
import { startLiveActivity } from './liveActivity/start';
import { updateLiveActivity } from './liveActivity/update';
import { replaceMediaAsset } from './mediaAsset/replace';
import { uploadMediaAsset } from './mediaAsset/upload';
import { sendMessage } from './message/send';
import { getInvalidPhoneNumbers } from './phoneNumber/getInvalid';
import { removeInvalidPhoneNumber } from './phoneNumber/removeInvalid';
import { createPreferenceCenter } from './preferenceCenter/create';
import { getPreferenceCenter } from './preferenceCenter/get';
import { getPreferenceCenters } from './preferenceCenter/getAll';
import { getPreferenceCenterUrl } from './preferenceCenter/getUserUrl';
import { updatePreferenceCenter } from './preferenceCenter/update';
import { getProducts } from './purchase/getProducts';
import { getPurchaseStatistics } from './purchase/getStatistics';
import { createCampaignTriggerSchedule } from './schedule/createCampaignTrigger';
import { createCanvasTriggerSchedule } from './schedule/createCanvasTrigger';
import { createMessageSchedule } from './schedule/createMessage';
import { deleteCampaignTriggerSchedule } from './schedule/deleteCampaignTrigger';
import { deleteCanvasTriggerSchedule } from './schedule/deleteCanvasTrigger';
import { deleteMessageSchedule } from './schedule/deleteMessage';
import { updateCampaignTriggerSchedule } from './schedule/updateCampaignTrigger';
import { updateCanvasTriggerSchedule } from './schedule/updateCanvasTrigger';
import { updateMessageSchedule } from './schedule/updateMessage';
import { getScheduledBroadcasts } from './scheduledBroadcast/getAll';
import { createSdkAuthenticationKey } from './sdkAuthenticationKey/create';
import { deleteSdkAuthenticationKey } from './sdkAuthenticationKey/delete';
import { getSdkAuthenticationKeys } from './sdkAuthenticationKey/getAll';
import { setPrimarySdkAuthenticationKey } from './sdkAuthenticationKey/setPrimary';
import { cancelSegmentExport } from './segment/cancelExport';
import { exportSegment } from './segment/export';
import { exportControlGroup } from './segment/exportControlGroup';
import { getSegment } from './segment/get';
import { getSegments } from './segment/getAll';
import { getSegmentSizes } from './segment/getSizes';
import { createSendId } from './sendId/create';
import { getSendIdStatistics } from './sendId/getStatistics';
import { getSubscriptionGroupsOfUser } from './subscriptionGroup/getOfUser';
import { getSubscriptionStatus } from './subscriptionGroup/getStatus';
import { setSubscriptionStatus } from './subscriptionGroup/setStatus';
import { sendTransactionalEmail } from './transactionalEmail/send';
import { createAlias } from './user/createAlias';
import { deleteUser } from './user/delete';
import { getUser } from './user/get';
import { identifyUser } from './user/identify';
import { mergeUsers } from './user/merge';
import { removeExternalId } from './user/removeExternalId';
import { renameExternalId } from './user/renameExternalId';
import { trackEcommerceEvent } from './user/trackEcommerceEvent';
import { trackEvent } from './user/trackEvent';
import { trackPurchase } from './user/trackPurchase';
import { updateAlias } from './user/updateAlias';
import { upsertUser } from './user/upsert';

/** Every operation of the node, those of a resource together and in the order of its *Operation* list. */
export const operations: Operation[] = [
	sendMessage,
	sendCampaignTrigger,
	sendCanvasTrigger,
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
	createSendId,
	getSendIdStatistics,
	duplicateCampaign,
	getCampaign,
	getCampaignLinks,
	getCampaigns,
	getCampaignStatistics,
	duplicateCanvas,
	getCanvas,
	getCanvasLinks,
	getCanvases,
	getCanvasStatistics,
	getCanvasSummary,
	createCatalog,
	createCatalogField,
	createCatalogSelection,
	deleteCatalog,
	deleteCatalogField,
	deleteCatalogSelection,
	getCatalogs,
	createCatalogItem,
	upsertCatalogItem,
	deleteCatalogItem,
	getCatalogItem,
	getCatalogItems,
	updateCatalogItem,
	createContentBlock,
	getContentBlock,
	getContentBlocks,
	updateContentBlock,
	createEmailTemplate,
	getEmailTemplate,
	getEmailTemplates,
	updateEmailTemplate,
	replaceMediaAsset,
	uploadMediaAsset,
	cancelSegmentExport,
	exportSegment,
	exportControlGroup,
	getSegment,
	getSegments,
	getSegmentSizes,
	getCustomEventStatistics,
	getKpiStatistics,
	getProducts,
	getPurchaseStatistics,
	sendTransactionalEmail,
	startLiveActivity,
	updateLiveActivity,
	createPreferenceCenter,
	getPreferenceCenter,
	getPreferenceCenters,
	getPreferenceCenterUrl,
	updatePreferenceCenter,
	getIntegrations,
	getSyncStatus,
	syncIntegration,
	createSdkAuthenticationKey,
	deleteSdkAuthenticationKey,
	getSdkAuthenticationKeys,
	setPrimarySdkAuthenticationKey,
	createAlias,
	upsertUser,
	deleteUser,
	getUser,
	identifyUser,
	mergeUsers,
	removeExternalId,
	renameExternalId,
	trackEcommerceEvent,
	trackEvent,
	trackPurchase,
	updateAlias,
	getSubscriptionGroupsOfUser,
	getSubscriptionStatus,
	setSubscriptionStatus,
	blocklistEmailAddress,
	getHardBounces,
	getUnsubscribes,
	removeFromSpamList,
	removeHardBounce,
	setEmailSubscription,
	getInvalidPhoneNumbers,
	removeInvalidPhoneNumber,
	getCustomAttributes,
	getCustomEvents,
];

/** @returns the operation that the form has chosen, undefined where n8n offers one of its own */
export const findOperation = (resource: string, value: string): Operation | undefined =>
	operations.find((operation) => operation.resource === resource && operation.value === value);
