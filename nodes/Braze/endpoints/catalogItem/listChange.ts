import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';

/** What adds to a list and what takes from it (Braze docs, PATCH alone). */
const OPERATORS = ['$add', '$remove'];

/** @returns whether a value changes a list instead of replacing it */
export const isListChange = (value: unknown): value is IDataObject =>
	isObject(value) && OPERATORS.some((operator) => operator in value);

/** @returns whether a repeat of a body with items does no more than the first: none of their lists is added to */
export const replacesOnly = ({ items }: IDataObject): boolean =>
	Array.isArray(items) &&
	(items as unknown[]).every((item) => isObject(item) && !Object.values(item).some(isListChange));
