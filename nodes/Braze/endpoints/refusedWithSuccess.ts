import type { Endpoint } from '../pipeline/operation';

/** Endpoints whose documents name sentences but no status for them: a 2XX whose message is not success is a refusal, too. */
export const refusedWithSuccess: NonNullable<Endpoint['oddity']> = ({ message }) =>
	message === undefined || message === 'success' ? undefined : String(message);
