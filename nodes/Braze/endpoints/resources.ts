/** A resource of the node. */
export interface Resource {
	value: string;
	label: string;
	/** What it is for, in words that people search. */
	about: string;
	/** The operation that a new node starts with, where it is not the first of the list. */
	usualOperation?: string;
}

/** Every resource, the ones that are used most first: n8n shows them in this order, and has no search over them. */
export const resources: Resource[] = [
	{
		value: 'message',
		label: 'Message',
		about: 'Push notification, email, SMS, WhatsApp and more, written here and sent now',
	},
	{
		value: 'user',
		label: 'User',
		about: 'Update attributes, track events and orders, look up, identify, delete',
		usualOperation: 'upsert',
	},
	{
		value: 'campaignTrigger',
		label: 'Campaign Trigger',
		about: 'Send a campaign with API-triggered delivery now',
	},
	{
		value: 'canvasTrigger',
		label: 'Canvas Trigger',
		about: 'Let users enter a Canvas with API-triggered delivery now',
	},
	{
		value: 'schedule',
		label: 'Schedule',
		about: 'Send messages, campaigns and Canvases later; move and cancel them',
		usualOperation: 'createMessage',
	},
	{
		value: 'subscriptionGroup',
		label: 'Subscription Group',
		about: 'Consent for a kind of email, SMS or WhatsApp message',
		usualOperation: 'setStatus',
	},
	{
		value: 'emailAddress',
		label: 'Email Address',
		about: 'Consent, bounces, unsubscribes and the blocklist of addresses',
		usualOperation: 'setSubscription',
	},
	{
		value: 'phoneNumber',
		label: 'Phone Number',
		about: 'Phone numbers that Braze found invalid',
	},
	{
		value: 'catalogItem',
		label: 'Catalog Item',
		about: 'Products and other rows of a catalog',
		usualOperation: 'upsert',
	},
	{
		value: 'catalog',
		label: 'Catalog',
		about: 'Catalogs, their fields and selections',
		usualOperation: 'getAll',
	},
	{
		value: 'transactionalEmail',
		label: 'Transactional Email',
		about: 'Order confirmations, password resets and the like, to one user',
	},
	{
		value: 'liveActivity',
		label: 'Live Activity',
		about: 'Live Activities on the lock screen of iPhones',
	},
	{
		value: 'campaign',
		label: 'Campaign',
		about: 'Campaigns and their statistics',
		usualOperation: 'getStatistics',
	},
	{
		value: 'canvas',
		label: 'Canvas',
		about: 'Canvases and their statistics',
		usualOperation: 'getStatistics',
	},
	{
		value: 'segment',
		label: 'Segment',
		about: 'Segments, their sizes and exports of their users',
		usualOperation: 'getAll',
	},
	{
		value: 'contentBlock',
		label: 'Content Block',
		about: 'Reusable content that messages include',
	},
	{ value: 'emailTemplate', label: 'Email Template', about: 'HTML templates of emails' },
	{
		value: 'mediaAsset',
		label: 'Media Asset',
		about: 'Images and other files of the media library',
		usualOperation: 'upload',
	},
	{
		value: 'customEvent',
		label: 'Custom Event',
		about: 'Custom events of the workspace and how often they happened',
	},
	{
		value: 'customAttribute',
		label: 'Custom Attribute',
		about: 'Custom attributes of the workspace with their types',
	},
	{ value: 'purchase', label: 'Purchase', about: 'Products, purchases and revenue' },
	{ value: 'kpi', label: 'KPI', about: 'New and active users, sessions and uninstalls' },
	{
		value: 'sendId',
		label: 'Send ID',
		about: 'IDs that group the statistics of sends',
	},
	{
		value: 'scheduledBroadcast',
		label: 'Scheduled Broadcast',
		about: 'What is scheduled in the dashboard',
	},
	{
		value: 'preferenceCenter',
		label: 'Preference Center',
		about: 'Pages on which users choose what they get',
	},
	{
		value: 'dataIngestion',
		label: 'Data Ingestion',
		about: 'Cloud Data Ingestion: start a sync and see how it went',
	},
	{
		value: 'sdkAuthenticationKey',
		label: 'SDK Authentication Key',
		about: 'Keys that prove who uses an app',
		usualOperation: 'getAll',
	},
];
