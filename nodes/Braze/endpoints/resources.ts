/** A resource of the node. */
export interface Resource {
	value: string;
	name: string;
	/** What it is for, in words that people search. */
	description: string;
	/** The operation that a new node starts with, where it is not the first of the list. */
	usualOperation?: string;
}

/** Every resource, the ones that are used most first: n8n shows them in this order, and has no search over them. */
export const resources: Resource[] = [
	{
		value: 'message',
		name: 'Message',
		description: 'Push notification, email, SMS, WhatsApp and more, written here and sent now',
	},
	{
		value: 'user',
		name: 'User',
		description: 'Update attributes, track events and orders, look up, identify, delete',
		usualOperation: 'upsert',
	},
	{
		value: 'campaignTrigger',
		name: 'Campaign Trigger',
		description: 'Send a campaign with API-triggered delivery now',
	},
	{
		value: 'canvasTrigger',
		name: 'Canvas Trigger',
		description: 'Let users enter a Canvas with API-triggered delivery now',
	},
	{
		value: 'schedule',
		name: 'Schedule',
		description: 'Send messages, campaigns and Canvases later; move and cancel them',
		usualOperation: 'createMessage',
	},
	{
		value: 'subscriptionGroup',
		name: 'Subscription Group',
		description: 'Consent for a kind of email, SMS or WhatsApp message',
	},
	{
		value: 'emailAddress',
		name: 'Email Address',
		description: 'Consent, bounces, unsubscribes and the blocklist of addresses',
	},
	{
		value: 'phoneNumber',
		name: 'Phone Number',
		description: 'Phone numbers that Braze found invalid',
	},
	{
		value: 'catalogItem',
		name: 'Catalog Item',
		description: 'Products and other rows of a catalog',
	},
	{ value: 'catalog', name: 'Catalog', description: 'Catalogs, their fields and selections' },
	{
		value: 'transactionalEmail',
		name: 'Transactional Email',
		description: 'Order confirmations, password resets and the like, to one user',
	},
	{
		value: 'liveActivity',
		name: 'Live Activity',
		description: 'Live Activities on the lock screen of iPhones',
	},
	{
		value: 'campaign',
		name: 'Campaign',
		description: 'Campaigns and their statistics',
		usualOperation: 'getStatistics',
	},
	{
		value: 'canvas',
		name: 'Canvas',
		description: 'Canvases and their statistics',
		usualOperation: 'getStatistics',
	},
	{
		value: 'segment',
		name: 'Segment',
		description: 'Segments, their sizes and exports of their users',
		usualOperation: 'getAll',
	},
	{
		value: 'contentBlock',
		name: 'Content Block',
		description: 'Reusable content that messages include',
	},
	{ value: 'emailTemplate', name: 'Email Template', description: 'HTML templates of emails' },
	{
		value: 'mediaAsset',
		name: 'Media Asset',
		description: 'Images and other files of the media library',
	},
	{
		value: 'customEvent',
		name: 'Custom Event',
		description: 'Custom events of the workspace and how often they happened',
	},
	{
		value: 'customAttribute',
		name: 'Custom Attribute',
		description: 'Custom attributes of the workspace with their types',
	},
	{ value: 'purchase', name: 'Purchase', description: 'Products, purchases and revenue' },
	{ value: 'kpi', name: 'KPI', description: 'New and active users, sessions and uninstalls' },
	{
		value: 'sendId',
		name: 'Send ID',
		description: 'IDs that group the statistics of sends',
	},
	{
		value: 'scheduledBroadcast',
		name: 'Scheduled Broadcast',
		description: 'What is scheduled in the dashboard',
	},
	{
		value: 'preferenceCenter',
		name: 'Preference Center',
		description: 'Pages on which users choose what they get',
	},
	{
		value: 'dataIngestion',
		name: 'Data Ingestion',
		description: 'Cloud Data Ingestion: start a sync and see how it went',
	},
	{
		value: 'sdkAuthenticationKey',
		name: 'SDK Authentication Key',
		description: 'Keys that prove who uses an app',
	},
];
