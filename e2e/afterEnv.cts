import { closeWorld } from './world.cts';

// On a busy machine a browser may lose a race that a person would not notice; what is broken fails three times.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

afterAll(closeWorld);
