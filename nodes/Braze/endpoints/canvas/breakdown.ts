import type { BrazeField } from '../../schema/field';

/** Without the two breakdowns Braze tells nothing of sends, opens and clicks, so they are on unless a person turns them off. */
export const breakdowns: BrazeField[] = [
	{
		displayName: 'Include Step Breakdown',
		name: 'includeStepBreakdown',
		type: 'boolean',
		default: true,
		description: 'Whether to get the numbers of each step, with sends, opens and clicks by channel',
	},
	{
		displayName: 'Include Variant Breakdown',
		name: 'includeVariantBreakdown',
		type: 'boolean',
		default: true,
		description: 'Whether to get the numbers of each variant',
	},
];

export const deletedSteps: BrazeField = {
	displayName: 'Include Deleted Steps',
	name: 'includeDeletedStepData',
	type: 'boolean',
	default: false,
	description: 'Whether to get the numbers of steps that were deleted since',
};
