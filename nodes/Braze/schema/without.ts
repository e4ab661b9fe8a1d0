import type { IDataObject } from 'n8n-workflow';

/** @returns an object without some of its keys; the object itself stays as it is */
export const without = (object: IDataObject, ...keys: string[]): IDataObject =>
	Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
