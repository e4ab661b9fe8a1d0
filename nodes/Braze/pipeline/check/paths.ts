import { InvalidInput, quote } from '../../schema/invalidInput';
import type { Content } from '../call';
import { labelIn } from '../part';
import type { Part } from '../part';

/** Steps of an address that whoever sends it walks, so that it arrives as another one (RFC 3986, 5.2.4). */
const steps = ['.', '..'];

/** @throws InvalidInput for a value in the path of a request that would lead to another address, of another endpoint maybe */
export function checkPath({ request, wire }: Content, parts: Part[]): void {
	const step = request.path.split('/').find((segment) => steps.includes(segment));
	if (step === undefined) return;
	const [key = ''] = Object.entries(wire).find(([, value]) => value === step) ?? [];
	throw new InvalidInput(
		labelIn(parts, key) ?? key,
		`is ${quote(step)}, with which the request would go to another address`,
		'Correct it, or check what its expression gives for this item',
	);
}
