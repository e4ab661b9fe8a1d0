import { deleteSample, kinds } from './kinds.cts';

export const sample = deleteSample(kinds.canvasTrigger);
