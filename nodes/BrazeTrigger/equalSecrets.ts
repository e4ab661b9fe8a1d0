/**
 * Compares every byte of what was given, so that the time of an answer does not tell how much of it was right.
 *
 * @param secret what is right; not empty
 */
export function equalBytes(given: ArrayLike<number>, secret: ArrayLike<number>): boolean {
	let difference = given.length ^ secret.length;
	for (let index = 0; index < given.length; index++) {
		difference |= given[index] ^ secret[index % secret.length];
	}
	return secret.length > 0 && difference === 0;
}

/** Whether a text is the secret; never, where the secret is empty. */
export const equalSecrets = (given: string, secret: string): boolean =>
	equalBytes(Buffer.from(given, 'utf8'), Buffer.from(secret, 'utf8'));
