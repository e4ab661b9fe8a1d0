import type { IDataObject } from 'n8n-workflow';

import { messageForm, openBench, type Bench, type Parameters } from './support.cts';

interface Texts {
	bench: Bench;
	/** The SMS of each request that left. */
	smsTexts(): unknown[];
	/** The trigger properties of each request that left. */
	propertiesSent(): unknown[];
}

/** A bench for one test file about texts. */
export function openTexts(): Texts {
	const bench = openBench();
	return {
		bench,
		smsTexts: () =>
			bench.bodies().map(({ messages }) => ((messages as IDataObject).sms as IDataObject).body),
		propertiesSent: () => bench.bodies().map((body) => body.trigger_properties),
	};
}

/** An SMS to the user that each item names in `id`. */
export const sms = (smsBody: string, options: IDataObject = {}): Parameters =>
	messageForm({ smsBody, options });
