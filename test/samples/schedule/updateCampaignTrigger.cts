import { updateSample, kinds } from './kinds.cts';

export const sample = updateSample(kinds.campaignTrigger);
