import { createSample, kinds } from './kinds.cts';

export const sample = createSample(kinds.message);
