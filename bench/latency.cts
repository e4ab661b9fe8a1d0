import type { Answer } from '../playground/currents.cts';

/**
 * @returns milliseconds until each 200, in order of size
 * @throws Error where a batch was answered otherwise: then the time says nothing
 */
export function latenciesOf(answers: Answer[]): number[] {
	const other = answers.find(({ status }) => status !== 200);
	if (other) throw new Error(`a batch was answered ${other.status ?? 'not at all'}: ${other.text}`);
	return answers.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right);
}

/** @returns the entry below which that share of a sorted list lies, as milliseconds to be read */
export const at = (sorted: number[], share: number): string =>
	sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
