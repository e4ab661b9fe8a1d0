import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INode, INodeExecutionData, JsonObject } from 'n8n-workflow';

import { InvalidInput } from '../../schema/invalidInput';
import { isTool } from '../tool';
import { listOf } from '../send/answer';
import type { NotTaken } from '../send/outcome';

/** A failure of one item in words, and what of it a workflow may want to decide by. */
export interface Told {
	/** What happened. */
	what: string;
	/** What to do about it. */
	advice?: string;
	/** HTTP status, where there was an answer. */
	status?: number;
	mayHaveBeenSent: boolean;
	/** Whether the same item may fare better later, as it is. */
	retryable: boolean;
	/** Braze's own list of what is wrong. */
	errors: unknown[];
}

/** Enough for every sentence of this node; a value that stands in one may be of any length. */
const MAX_MESSAGE_CHARACTERS = 1000;

/** n8n's own mark of the item, which stands at the beginning already. */
const itemMark = /\s*\[item \d+\]\s*$/i;

/** n8n's editor takes text in angle brackets for markup and shows nothing of it. */
const withoutMarkup = (text: string): string => text.replace(/<([^<>]*)>/g, '‹$1›');

const brief = (text: string): string =>
	text.length > MAX_MESSAGE_CHARACTERS ? `${text.slice(0, MAX_MESSAGE_CHARACTERS)}…` : text;

/** @returns the parts as sentences one after the other, each with one full stop behind it but the last */
export const sentences = (...parts: Array<string | undefined>): string =>
	parts
		.map((part) => part?.trim())
		.filter((part) => part !== undefined && part !== '')
		.reduce((text, part) => (/[.!?…]$/.test(text!) ? `${text} ${part}` : `${text}. ${part}`)) ?? '';

/** @returns a fault that was found before anything was sent */
export function toldInput(error: Error): Told {
	const isInvalid = error instanceof InvalidInput;
	const { description } = error as { description?: string | null };
	return {
		what: isInvalid ? `'${error.field}' ${error.wrong}` : error.message.replace(itemMark, ''),
		advice: isInvalid ? error.fix : (description ?? undefined)?.replace(itemMark, ''),
		mayHaveBeenSent: false,
		retryable: false,
		errors: [],
	};
}

/** @returns what became of a request that was not accepted */
export const toldOutcome = (outcome: NotTaken): Told => ({
	what: outcome.reason,
	advice: outcome.advice,
	...('status' in outcome && outcome.status !== undefined ? { status: outcome.status } : {}),
	mayHaveBeenSent: outcome.kind === 'mayHaveBeenSent',
	retryable: outcome.kind === 'notSent' || outcome.retryable === true,
	errors: 'answer' in outcome ? listOf(outcome.answer?.errors) : [],
});

/**
 * @returns the error that stops the run: its message says what happened, its description what to do about it. Of a tool, n8n
 *   hands the message alone to the model, which therefore says both
 */
export function stoppingError(
	node: INode,
	itemIndex: number,
	told: Told,
	account?: string,
): NodeApiError | NodeOperationError {
	const { what, advice } = told;
	const message = sentences(`Item ${itemIndex}: ${brief(what)}`, account);
	return isTool(node)
		? errorOf(node, itemIndex, told, sentences(message, advice))
		: errorOf(node, itemIndex, told, message, advice);
}

/**
 * An item that failed, as n8n's engine takes it to the error output.
 *
 * `error` is not enumerable and `json` holds nothing but `brazeError`: so n8n lays the fields of the input under it there, and
 * *Retry On Fail* does not take the item for a run that failed. Anywhere else n8n leaves only the message, which therefore
 * says everything.
 */
export function failedItem(node: INode, itemIndex: number, told: Told): INodeExecutionData {
	const { what, advice, status = null, mayHaveBeenSent, retryable, errors } = told;
	const message = withoutMarkup(sentences(`Item ${itemIndex}: ${brief(what)}`, advice));
	const brazeError = {
		message,
		status,
		mayHaveBeenSent,
		retryable,
		errors: errors as IDataObject[],
	};
	const item: INodeExecutionData = { json: { brazeError }, pairedItem: { item: itemIndex } };
	Object.defineProperty(item, 'error', {
		value: errorOf(node, itemIndex, told, message),
		enumerable: false,
	});
	return item;
}

/**
 * n8n puts a general sentence in place of any message that holds a code such as ECONNRESET ("You can retry the request
 * immediately"), which loses the item and may be harmful advice. The message is put back behind it.
 */
function errorOf(
	node: INode,
	itemIndex: number,
	{ what, status, errors }: Told,
	message: string,
	advice?: string,
): NodeApiError | NodeOperationError {
	const answer: JsonObject = { message: what, ...(status ? { statusCode: status } : {}) };
	const error =
		status === undefined && errors.length === 0
			? new NodeOperationError(node, message, { itemIndex })
			: new NodeApiError(node, answer, {
					message,
					itemIndex,
					...(status ? { httpCode: String(status) } : {}),
				});
	error.message = withoutMarkup(message);
	error.description = advice === undefined ? undefined : withoutMarkup(advice);
	return error;
}
