import type { CredentialDefaults } from '../../../credentials/instances';

/** What turns form values into wire values beside the field itself. */
export interface WriteContext {
	/** IANA name of the workflow's time zone. */
	timezone: string;
	/** The one instant that counts as now for all items of a run, in epoch milliseconds. */
	startedAt: number;
	/** What the credential fills empty fields with. */
	defaults?: CredentialDefaults;
	/**
	 * Tells this run of the node from every other: each turn of a loop, each node and each call of a tool has its own, a try again of
	 * the same run has the same. Absent where there is no run.
	 */
	runKey?: () => string;
}
