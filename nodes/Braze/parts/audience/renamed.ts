import { audience } from './index';
import type { Part } from '../../pipeline/part';

/** @returns the connected audience for an endpoint that has another key for it */
export const audienceAs = (key: string): Part => ({
	...audience,
	write: (parameters, writing) => {
		const { wire } = audience.write?.(parameters, writing) ?? {};
		return wire ? { wire: { [key]: wire.audience } } : {};
	},
	check: ({ wire, kept }) => audience.check?.({ wire: { audience: wire[key] }, kept }),
});
