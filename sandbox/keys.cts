/** The key of the sandbox's seed that may do everything. */
export const FULL_KEY = 'sandbox-full-access-key';
