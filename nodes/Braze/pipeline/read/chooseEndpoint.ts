import { isAbsent, isObject, toBoolean } from '../../schema/convert';
import { InvalidInput } from '../../schema/invalidInput';
import type { Endpoint, Operation } from '../operation';
import type { ItemParameters } from './parameters';

/**
 * @returns the endpoint that the options of a run ask for, which is the same for all of its items
 * @throws InvalidInput where an expression asks for one endpoint in one item and for another in the next
 */
export function chooseEndpoint(
	{ endpoint, alternative }: Operation,
	itemCount: number,
	parametersOf: (itemIndex: number) => ItemParameters,
): Endpoint {
	if (!alternative) return endpoint;
	const { name, displayName } = alternative.option;
	const isChosen = ({ read }: ItemParameters): boolean => {
		const options = read('options');
		const value = isObject(options) ? options[name] : undefined;
		return !isAbsent(value) && toBoolean(value, displayName);
	};
	const first = parametersOf(0);
	const isAlternative = isChosen(first);
	for (let itemIndex = 1; first.dependsOnItem() && itemIndex < itemCount; itemIndex++) {
		if (isChosen(parametersOf(itemIndex)) === isAlternative) continue;
		throw new InvalidInput(
			displayName,
			`differs between item 0 and item ${itemIndex}`,
			'It holds for the whole run: use an expression that gives the same for every item',
		);
	}
	return isAlternative ? alternative.endpoint : endpoint;
}
