import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { WriteContext } from '../schema/write';
import type { Message, User } from './call';
import type { ItemParameters } from './read/parameters';

/** One operation of a resource: its words, its form, and what becomes of its parameters. */
export interface Operation {
	resource: string;
	/** Value of the `operation` parameter. */
	value: string;
	/** Name in the *Operation* list. */
	name: string;
	/** Entry in the node panel, without an article. */
	action: string;
	description: string;
	properties: INodeProperties[];
	/** What the request says apart from the users it names. */
	message: (parameters: ItemParameters, writing: WriteContext) => Message;
	/** The users that the item names. */
	users?: (parameters: ItemParameters, writing: WriteContext) => User[];
	/** The output items of an accepted request, for each input item it serves; Braze's answer as it is where absent. */
	output?: (answer: IDataObject, message: Message, parameters: ItemParameters) => IDataObject[];
	/** @throws InvalidInput for a message that Braze would refuse */
	checkMessage?: (message: Message) => void;
	/** @throws InvalidInput for users that Braze would refuse with this message */
	checkUsers?: (message: Message, users: User[]) => void;
}
