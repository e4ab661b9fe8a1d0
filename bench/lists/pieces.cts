import type { BenchCase } from '../benchCase.cts';
import { pageWays } from './pages.cts';
import { textWays } from './texts.cts';
import { writes } from './writes.cts';

const ITEMS = 10_000;
const MORE_ITEMS = 100_000;
const FEW_AT_ONCE = 6;
const MANY_AT_ONCE = 24;

/** What is measured together, in less than eight minutes on a quiet machine. */
export interface Piece {
	title: string;
	cases: Record<string, BenchCase>;
	items: number[];
	concurrencies: number[];
}

const atSix = { concurrencies: [FEW_AT_ONCE] };
const bothSizes = { items: [ITEMS, MORE_ITEMS], ...atSix };

export const pieces = {
	attributes: { title: 'User attributes', cases: writes.attributes, ...bothSizes },
	events: { title: 'Events of users', cases: writes.events, ...bothSizes },
	catalogItems: { title: 'Catalog items', cases: writes.catalogItems, ...bothSizes },
	lookUps: { title: 'Looking users up', cases: writes.lookUps, items: [ITEMS], ...atSix },
	pages: { title: 'Get Many', cases: pageWays, items: [ITEMS], ...atSix },
	texts: { title: 'Texts and objects', cases: textWays, items: [ITEMS], ...atSix },
	messages: {
		title: 'Messages with a text of their own',
		cases: writes.messages,
		items: [ITEMS],
		concurrencies: [FEW_AT_ONCE, MANY_AT_ONCE],
	},
} satisfies Record<string, Piece>;

export type PieceName = keyof typeof pieces;

export const pieceNames = Object.keys(pieces) as PieceName[];

export const listCases: Record<string, BenchCase> = Object.assign(
	{},
	...Object.values(pieces).map(({ cases }) => cases),
) as Record<string, BenchCase>;
