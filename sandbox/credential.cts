/** The sandbox's key for everything. */
const FULL_KEY = 'sandbox-full-access-key';

/** n8n's name for the type of the credential. */
export const CREDENTIAL_TYPE = 'brazeApi';

/** @returns what a Braze credential for a sandbox holds */
export const credentialFor = (
	sandboxUrl: string,
	apiKey = FULL_KEY,
): { instance: string; customUrl: string; apiKey: string } => ({
	instance: 'custom',
	customUrl: sandboxUrl,
	apiKey,
});
