import type { IDataObject, IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { BrazeField } from '../schema/field';
import type { InvalidInput } from '../schema/invalidInput';
import type { WriteContext } from '../schema/writeContext';
import type { Call, Content, Kept } from './call';
import type { Noun } from './effect';
import type { ItemParameters } from './read/parameters';
import type { Entry, PlaceEntry } from './request';

export type Show = NonNullable<IDisplayOptions['show']>;

/** What a part writes for the item at hand. */
export interface Written {
	/** Keys of the request; the endpoint puts each into its path, its query or its body. */
	wire?: IDataObject;
	/** What a failure calls the keys, where they were pasted and another part may write them, too. */
	label?: string;
	/** What checks and output need of the form besides the request. */
	kept?: Kept;
	/** The request reaches people that it does not name. */
	reachesUnnamedUsers?: boolean;
}

/** How the entries of an endpoint share requests. */
export interface Batch {
	/** Lists of the body that hold entries. */
	lists: readonly string[];
	/** Entries that Braze takes in one request, all lists together. */
	most: number;
	/** What an entry is. */
	noun: Noun;
	/** All entries of a request stand in the same list. */
	oneList?: true;
	/**
	 * Joins a later entry with an earlier one of the same key.
	 * @returns the joined entry, undefined where the later one needs a request of its own
	 */
	join?: (earlier: Entry, later: Entry) => Entry | undefined;
	/** @returns what names the user that an entry is for, where entries are users */
	recipient?: (entry: Entry) => IDataObject;
	/** What entries are gathered under in the body, and how many different ones a request takes. */
	groups?: { of: (entry: Entry) => string; most: number };
	/** Where an entry stands in the body, if not at the end of its list. */
	place?: PlaceEntry;
}

/** A piece of a form and what it becomes. */
export interface Part {
	/** @returns its parameters under a display rule */
	describe: (show: Show) => INodeProperties[];
	/**
	 * What it puts into the request apart from entries.
	 * @throws InvalidInput where a value cannot become what Braze takes
	 */
	write?: (parameters: ItemParameters, writing: WriteContext) => Written;
	/**
	 * The entries of the item.
	 * @throws InvalidInput where a value cannot become what Braze takes
	 */
	entries?: (parameters: ItemParameters, writing: WriteContext) => Entry[];
	/** How those entries share requests. */
	batch?: Batch;
	/** @throws InvalidInput for what Braze would refuse in the request; asked once for a request that items share */
	check?: (content: Pick<Content, 'wire' | 'kept'>) => void;
	/** @returns what the form calls a key of the request that it writes */
	labelOf?: (key: string) => string | undefined;
	/** @throws InvalidInput for what Braze would refuse of the entries with this request */
	checkEntries?: (call: Call) => void;
	/**
	 * Holds the calls of a run against each other, since what is good alone may not be so beside another.
	 * @param calls the good ones, in the order of their items
	 * @returns what is wrong, by call
	 */
	checkRun?: (calls: Call[]) => Map<Call, InvalidInput>;
	/** Can make a request that reaches people it does not name. */
	broadcasts?: true;
	/** What it adds to the *Options*. */
	options?: BrazeField[];
	/** Takes Liquid, so that the options about Liquid are shown. */
	takesLiquid?: boolean;
}

/** @returns what the form of some parts calls a key of the request, where one of them writes it */
export function labelIn(parts: Part[], key: string): string | undefined {
	const [label] = parts.flatMap((part) => part.labelOf?.(key) ?? []);
	return label;
}
