import { InvalidInput } from '../schema/invalidInput';
import { rule } from './fields';

/**
 * @param id key of the request that names what is updated
 * @returns the rule that an update says something besides
 */
export const changesSomething = (id: string) =>
	rule(({ wire }) => {
		if (Object.keys(wire).some((key) => key !== id)) return;
		throw new InvalidInput('Update', 'changes nothing', 'Fill in at least one field to change');
	});
