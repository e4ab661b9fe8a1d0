import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Call, Kept } from '../call';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import { canonicalJson } from '../plan/canonicalJson';
import type { PlannedRequest } from '../request';
import type { ItemResult, Share } from '../result';
import type { Outcome } from '../send/outcome';
import { askedOf, keptByItem } from './asked';
import { entriesOf } from './entriesOf';

/** What decides how the output of an endpoint looks. */
export type Settled = Pick<Endpoint, 'output' | 'parts'>;

/** What an output is made of besides Braze's answer. */
interface AskedByItem {
	itemIndex: number;
	kept: Kept;
	/** The item's own fields, where the output keeps them. */
	input?: IDataObject;
}

/**
 * @param ahead what was made already
 * @returns the output of an item that succeeded
 * @throws whatever the endpoint throws at an answer that it cannot read
 */
export function outputOf(
	endpoint: Settled,
	{ shares, output: settled }: ItemResult,
	asked: AskedByItem,
	ahead?: OutputsAhead,
): INodeExecutionData[] {
	const { itemIndex, input } = asked;
	if (settled) {
		return settled.map((json) => ({
			json: withoutError({ ...input, ...json }),
			pairedItem: { item: itemIndex },
		}));
	}
	const outputs = shares.map(
		(share) => ahead?.find(share, itemIndex) ?? outputOfShare(endpoint, share, asked),
	);
	return outputs.length === 1 ? outputs[0] : outputs.flat();
}

function outputOfShare(
	{ output, parts }: Settled,
	share: Share,
	{ itemIndex, kept, input }: AskedByItem,
): INodeExecutionData[] {
	const { request, outcome } = share;
	if (outcome.kind !== 'accepted') return [];
	const { answer, binary } = outcome;
	const recipientOf = batchOf({ parts })?.recipient;
	const answers = output ? output(answer, askedOf(share, itemIndex, kept)) : [answer];
	const who = recipientOf && whoOf(entriesOf(request, itemIndex).map(recipientOf));
	return answers.map((each) => {
		const json = withoutError({ ...input, ...each, ...who });
		const pairedItem = { item: itemIndex };
		return binary ? { json, binary, pairedItem } : { json, pairedItem };
	});
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

/** The outputs of a request's items, made as soon as it is answered: while others are under way there is time for it. */
export class OutputsAhead {
	private readonly known = new WeakMap<Outcome, Ahead>();
	private readonly keptOf: Map<number, Kept>;

	/** @param inputOf gives an item's own fields, where the output keeps them */
	constructor(
		private readonly endpoint: Settled,
		calls: Call[],
		private readonly inputOf: (itemIndex: number) => IDataObject | undefined,
	) {
		this.keptOf = keptByItem(calls);
	}

	/** Makes what can be made; an answer that cannot be read is told of where the items are settled. */
	make(request: PlannedRequest, outcome: Outcome): void {
		if (outcome.kind !== 'accepted' || outcome.pieces || outcome.apart) return;
		const items = new Map<number, INodeExecutionData[]>();
		this.known.set(outcome, { request, items });
		try {
			for (const itemIndex of request.itemIndexes) {
				const kept = this.keptOf.get(itemIndex) ?? {};
				const asked = { itemIndex, kept, input: this.inputOf(itemIndex) };
				items.set(itemIndex, outputOfShare(this.endpoint, { request, outcome }, asked));
			}
		} catch {
			items.clear();
		}
	}

	/** @returns the output of an item in a request that ended so; undefined where it was not made */
	find({ request, outcome }: Share, itemIndex: number): INodeExecutionData[] | undefined {
		const ahead = this.known.get(outcome);
		return ahead?.request === request ? ahead.items.get(itemIndex) : undefined;
	}
}

interface Ahead {
	request: PlannedRequest;
	items: Map<number, INodeExecutionData[]>;
}
