import type { IDataObject } from 'n8n-workflow';

/** One shape in which Braze is documented or known to answer, and what the next node gets of it. */
export interface DocumentedAnswer {
	/** What is particular about it. */
	title: string;
	/** `resource.operation`, whose sample is run. */
	operation: string;
	/** Parameters in place of those of the sample. */
	form?: IDataObject;
	/** Input items in place of those of the sample. */
	items?: IDataObject[];
	status: number;
	/** Nothing at all where absent. */
	body?: unknown;
	/** The items of the first output; absent where the node fails. */
	output?: unknown[];
	/** Words of the failure, where it is one. */
	failure?: string;
}
