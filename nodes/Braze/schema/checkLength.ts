import { InvalidInput } from './invalidInput';
import { isLonger } from './size';

/** @throws InvalidInput for a text of more characters than Braze takes */
export function checkLength(text: string, most: number, label: string): void {
	if (!isLonger(text, most)) return;
	throw new InvalidInput(
		label,
		`has ${[...text].length} characters and Braze takes at most ${most}`,
		'Shorten it',
	);
}
