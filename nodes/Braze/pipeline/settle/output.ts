import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Kept } from '../call';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import { canonicalJson } from '../plan/canonicalJson';
import type { PlannedRequest } from '../request';
import type { ItemResult, Share } from '../result';
import type { Outcome } from '../send/outcome';
import { askedOf } from './asked';
import { entriesOf } from './entriesOf';

/** What decides how the output of an endpoint looks. */
type Settled = Pick<Endpoint, 'output' | 'parts'>;

/** The outputs of the items of a run. */
export class Outputs {
	private readonly ahead = new WeakMap<Outcome, Ahead>();

	/**
	 * @param kept what the form kept for each item
	 * @param inputOf gives an item's own fields, where the output keeps them
	 */
	constructor(
		private readonly endpoint: Settled,
		private readonly kept: Map<number, Kept>,
		private readonly inputOf: (itemIndex: number) => IDataObject | undefined,
	) {}

	/**
	 * Makes the outputs of a request's items as soon as it is answered: while others are under way there is time for it. An answer
	 * that cannot be read is told of where the items are settled.
	 */
	makeAhead(request: PlannedRequest, outcome: Outcome): void {
		if (outcome.kind !== 'accepted' || outcome.pieces || outcome.apart) return;
		const items = new Map<number, INodeExecutionData[]>();
		this.ahead.set(outcome, { request, items });
		try {
			for (const itemIndex of request.itemIndexes) {
				items.set(itemIndex, this.ofShare({ request, outcome }, itemIndex));
			}
		} catch {
			items.clear();
		}
	}

	/**
	 * @returns the output of an item that succeeded
	 * @throws whatever the endpoint throws at an answer that it cannot read
	 */
	of({ shares, output: settled }: ItemResult, itemIndex: number): INodeExecutionData[] {
		if (settled) {
			const input = this.inputOf(itemIndex);
			return settled.map((json) => ({
				json: withoutError({ ...input, ...json }),
				pairedItem: { item: itemIndex },
			}));
		}
		const outputOf = (share: Share): INodeExecutionData[] =>
			this.madeAhead(share, itemIndex) ?? this.ofShare(share, itemIndex);
		return shares.length === 1 ? outputOf(shares[0]) : shares.flatMap(outputOf);
	}

	private madeAhead({ request, outcome }: Share, itemIndex: number) {
		const ahead = this.ahead.get(outcome);
		return ahead?.request === request ? ahead.items.get(itemIndex) : undefined;
	}

	private ofShare(share: Share, itemIndex: number): INodeExecutionData[] {
		const { request, outcome } = share;
		if (outcome.kind !== 'accepted') return [];
		const { answer, binary } = outcome;
		const { output, parts } = this.endpoint;
		const recipientOf = batchOf({ parts })?.recipient;
		const kept = this.kept.get(itemIndex) ?? {};
		const answers = output ? output(answer, askedOf(share, itemIndex, kept)) : [answer];
		const who = recipientOf && whoOf(entriesOf(request, itemIndex).map(recipientOf));
		const input = this.inputOf(itemIndex);
		return answers.map((each) => {
			const json = withoutError({ ...input, ...each, ...who });
			const pairedItem = { item: itemIndex };
			return binary ? { json, binary, pairedItem } : { json, pairedItem };
		});
	}
}

interface Ahead {
	request: PlannedRequest;
	items: Map<number, INodeExecutionData[]>;
}

/** n8n takes a top-level `error` for a failed item. */
function withoutError(json: IDataObject): IDataObject {
	if ('error' in json) delete json.error;
	return json;
}

/** An item can ask for several things of one user. */
function whoOf(named: IDataObject[]): IDataObject | undefined {
	if (named.length === 0) return undefined;
	if (named.length === 1) return { recipient: named[0] };
	const [first, ...others] = new Map(named.map((each) => [canonicalJson(each), each])).values();
	return others.length === 0 ? { recipient: first } : { recipients: [first, ...others] };
}
