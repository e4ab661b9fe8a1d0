// On a busy machine a browser may lose a race that a person would not notice; what is broken fails twice.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
