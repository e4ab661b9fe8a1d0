import type { GenericValue, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { BinaryFile } from '../../schema/binaryFile';
import type { PlannedRequest } from '../request';
import type { Outcome, Rejected } from './outcome';

type Send = (request: PlannedRequest) => Promise<Outcome>;

/** @returns what sends a request with the content of the files that stand in its body, as base64 */
export const withFiles =
	(send: Send, { helpers }: Pick<IExecuteFunctions, 'helpers'>): Send =>
	async (planned) => {
		const files = Object.entries(planned.request.body).filter(([, value]) => isFile(value));
		if (files.length === 0) return await send(planned);
		const body: IDataObject = { ...planned.request.body };
		try {
			for (const [key, value] of files) {
				const { itemIndex, property } = value as unknown as BinaryFile;
				const content = await helpers.getBinaryDataBuffer(itemIndex, property);
				if (content.length === 0) return empty(property);
				body[key] = content.toString('base64');
			}
		} catch (error) {
			return unreadable((error as Error).message);
		}
		return await send({ ...planned, request: { ...planned.request, body } });
	};

const isFile = (value: GenericValue): boolean => (value as unknown) instanceof BinaryFile;

const empty = (property: string): Rejected => ({
	kind: 'rejected',
	reason: `The file of the item under '${property}' is empty`,
	advice: 'Check what the node that gave it puts there, and run the item again; nothing was sent',
});

const unreadable = (message: string): Rejected => ({
	kind: 'rejected',
	reason: `The file of the item could not be read (${message})`,
	advice: 'Check that n8n still has the binary data, and run the item again; nothing was sent',
});
