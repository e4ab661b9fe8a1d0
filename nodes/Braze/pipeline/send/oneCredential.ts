import type { IExecuteFunctions } from 'n8n-workflow';

import type { BrazeCredentials } from '../../../../credentials/instances';

/** Raised where an expression in the credential gives one item something else than the next. */
export class DifferingCredential extends Error {}

/**
 * Makes sure that the credential is the same for every item, since all of them go to one Braze with one key: an expression in it may
 * name another workspace for each. What reads nothing of an item gives the same for one that is not there, so that the items
 * of a usual credential need not be asked one by one, each of which n8n reads from its database.
 *
 * @param credentials those of item 0
 * @throws DifferingCredential which names the first item whose credential is another one
 */
export async function checkOneCredential(
	context: Pick<IExecuteFunctions, 'getCredentials' | 'getInputData'>,
	credentials: BrazeCredentials,
): Promise<void> {
	const itemCount = context.getInputData().length;
	if (itemCount < 2) return;
	const ofItem = async (itemIndex: number): Promise<string> =>
		JSON.stringify(await context.getCredentials('brazeApi', itemIndex));
	const first = JSON.stringify(credentials);
	const ofNone = await ofItem(itemCount).catch(() => undefined);
	if (ofNone === first && (await ofItem(itemCount - 1)) === first) return;
	for (let itemIndex = 1; itemIndex < itemCount; itemIndex++) {
		if ((await ofItem(itemIndex)) === first) continue;
		throw new DifferingCredential(
			`The Braze credential holds an expression that gives item ${itemIndex} something else than item 0, and all items of a run go to one workspace with one key. Put the node into Loop Over Items with a Batch Size of 1`,
		);
	}
}
