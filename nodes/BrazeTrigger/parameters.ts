import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { booleanOf } from '../Braze/schema/convert';
import { isRecord } from './records';

/** Where the node is activated, or called. */
export type Context = IHookFunctions | IWebhookFunctions;

/** @returns the values of a collection, none where there is no such collection */
export function recordOf(context: Context, name: string): Record<string, unknown> {
	const value: unknown = context.getNodeParameter(name, {});
	return isRecord(value) ? value : {};
}

/**
 * @returns an option that is on or off, `byDefault` where it was not added
 * @throws NodeOperationError for anything else: an expression that finds nothing does not say what its author wants
 */
export function flagIn(
	context: Context,
	options: Record<string, unknown>,
	name: string,
	label: string,
	byDefault = false,
): boolean {
	if (!(name in options)) return byDefault;
	const given = booleanOf(options[name]);
	if (given !== undefined) return given;
	throw refusal(
		context,
		`'${label}' is neither true nor false`,
		'Use true or false, remove the option, or look at what its expression becomes',
	);
}

/** @returns a text or a number without the blanks around it; empty for anything else */
export const textOf = (context: Context, name: string): string => {
	const value: unknown = context.getNodeParameter(name, '');
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

/** @returns the entries of a list, or of a text with commas or line breaks between them, without blanks */
export function listOf(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,\n]/);
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/**
 * @param message what is wrong
 * @param description how to put it right
 */
export const refusal = (
	context: Context,
	message: string,
	description: string,
): NodeOperationError => new NodeOperationError(context.getNode(), message, { description });
