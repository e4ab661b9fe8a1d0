import { createHash } from 'node:crypto';

/** A number from 0 to `most` that is always the same for the same `about`, and looks like any other. */
export function numberFor(most: number, ...about: unknown[]): number {
	const digest = createHash('sha256').update(JSON.stringify(about)).digest();
	return Math.floor((digest.readUInt32BE(0) / 2 ** 32) * (most + 1));
}

/** A share of a number, in whole ones: of 200 sent, so many were opened. */
export function shareOf(number: number, mostPercent: number, ...about: unknown[]): number {
	return Math.floor((number * numberFor(mostPercent, ...about)) / 100);
}

/** Money with cents. */
export function moneyFor(most: number, ...about: unknown[]): number {
	return numberFor(most * 100, ...about) / 100;
}

/** An id in the usual form that belongs to another one. */
export function idOf(...about: unknown[]): string {
	const hex = createHash('sha256').update(JSON.stringify(about)).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}
