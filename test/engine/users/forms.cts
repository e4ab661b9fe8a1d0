import type { IDataObject } from 'n8n-workflow';

/** A name that a person typed, as the editor stores it. */
export const byName = (value: string): IDataObject => ({ __rl: true, mode: 'name', value });

/** A name that a person picked from the list, which tells its type. */
export const picked = (value: string, type: string): IDataObject => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName: `${value} (${type})`,
});

const ofItem: IDataObject = {
	resource: 'user',
	userIdentifier: 'externalUserId',
	externalUserId: '={{ $json.id }}',
};

/** Attributes of the user that each item names in `id`. */
export const upsertForm = (more: IDataObject = {}): IDataObject => ({
	...ofItem,
	operation: 'upsert',
	...more,
});

/** Attributes that are all fields of the item besides its `id`. */
export const fieldsForm = (more: IDataObject = {}): IDataObject =>
	upsertForm({ attributesSource: 'inputFieldsExcept', attributesInputFields: 'id', ...more });

/** Attributes as rows. */
export const rowsForm = (rows: IDataObject[], more: IDataObject = {}): IDataObject =>
	upsertForm({ attributesSource: 'rows', attributeRows: { row: rows }, ...more });

/** A row about one attribute. */
export const row = (attribute: IDataObject | string, more: IDataObject): IDataObject => ({
	attribute: typeof attribute === 'string' ? byName(attribute) : attribute,
	...more,
});

export const TIME = '2026-01-16T09:30:00Z';

/** An event of the user that each item names in `id`. */
export const eventForm = (more: IDataObject = {}): IDataObject => ({
	...ofItem,
	operation: 'trackEvent',
	eventName: byName('trial_started'),
	eventPropertiesSource: 'none',
	attributesSource: 'none',
	additionalFields: { time: TIME },
	...more,
});

/** The user that each item names in `id`. */
export const getForm = (more: IDataObject = {}): IDataObject => ({
	...ofItem,
	operation: 'get',
	fieldsToExport: ['email'],
	...more,
});
