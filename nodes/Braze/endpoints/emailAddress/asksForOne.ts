import type { IDataObject } from 'n8n-workflow';

/** Whether a query looks one address up: with a limit or an offset beside it the answer can be empty (Braze docs). */
export const asksForOne = ({ email }: IDataObject): boolean => email !== undefined;
