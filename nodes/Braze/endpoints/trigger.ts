import type { IDataObject, IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { checkObject } from '../schema/check';
import { isAbsent, joinObjects } from '../schema/convert';
import { describeFlat, describeOptional } from '../schema/describe';
import type { BrazeField, BrazeObject } from '../schema/field';
import { describePropertySource, readPropertySource } from '../parts/propertySource';
import type { PropertySource } from '../parts/propertySource';
import { InvalidInput } from '../schema/invalidInput';
import { writeObject } from '../schema/write';
import type { WriteContext } from '../schema/write';
import type { Message } from '../pipeline/call';
import { describeOptions } from '../pipeline/read/options';
import type { ItemParameters } from '../pipeline/read/parameters';
import { readAudience } from '../parts/audience/audience';
import { describeAudience } from '../parts/audience/form';
import { MAX_PROPERTIES_BYTES, ownKeys } from '../parts/recipient';
import { checkTarget, reachesUnnamedUsers, triggerTarget } from '../parts/target';
import { describeUsers } from '../parts/userFields';
import type { UserNaming } from '../parts/userFields';
import { readUsers } from '../parts/users';
import type { Operation } from '../pipeline/operation';

/** What a campaign or a Canvas is triggered with. */
export interface Trigger {
	/** The campaign or the Canvas. */
	triggered: BrazeField;
	users: Required<UserNaming>;
	/** Properties for all users of the request. */
	properties: PropertySource;
	/** Further fields of the request. */
	optional: BrazeField[];
}

const requestObject = ({ triggered, optional }: Trigger): BrazeObject => ({
	name: '',
	displayName: '',
	fields: [triggered, ...triggerTarget, ...optional],
});

/** @returns the form of what is triggered, for whom, and `when` */
export function describeTrigger(
	trigger: Trigger,
	show: NonNullable<IDisplayOptions['show']>,
	when: INodeProperties[] = [],
): INodeProperties[] {
	const request = requestObject(trigger);
	return [
		...describeFlat(request, show, [trigger.triggered]),
		...describeUsers(trigger.users, show),
		...describeFlat(request, show, triggerTarget),
		...describePropertySource(trigger.properties, show),
		...describeAudience(show),
		...when,
		describeOptional(request, show),
		describeOptions(show, 'shared'),
	];
}

/** @returns the body of a trigger request without its recipients */
export function readTrigger(
	trigger: Trigger,
	parameters: ItemParameters,
	writing: WriteContext,
): IDataObject {
	const properties = readPropertySource(trigger.properties, parameters);
	const audience = readAudience(parameters, writing);
	return joinObjects(
		writeObject(requestObject(trigger), parameters.read, writing),
		{
			...(properties ? { [trigger.users.propertiesKey]: properties } : {}),
			...(audience ? { audience } : {}),
		},
		'Additional JSON',
	);
}

/** @throws InvalidInput for what Braze would refuse in the content of a trigger request */
export function checkTrigger(trigger: Trigger, { body }: Message): void {
	const { displayName, name } = trigger.properties;
	const request = requestObject(trigger);
	checkObject(
		{ ...request, fields: [...request.fields, ownKeys(displayName, name, MAX_PROPERTIES_BYTES)] },
		body,
	);
	if (body.broadcast === true && !isAbsent(body.attachments)) {
		throw new InvalidInput(
			'Attachments',
			'cannot go with a broadcast',
			'Remove them, or name the users',
		);
	}
}

/** @returns the operation that triggers a campaign or a Canvas now */
export const sendTrigger = (
	trigger: Trigger,
	{
		resource,
		path,
		action,
		description,
	}: Pick<Operation, 'resource' | 'action' | 'description'> & { path: string },
): Operation => ({
	resource,
	value: 'send',
	name: 'Send',
	action,
	description,
	properties: describeTrigger(trigger, { resource: [resource], operation: ['send'] }),
	message: (parameters, writing) => ({
		method: 'POST',
		path,
		body: readTrigger(trigger, parameters, writing),
		reachesUnnamedUsers: reachesUnnamedUsers(parameters),
	}),
	users: (parameters, writing) => readUsers(trigger.users, parameters, writing),
	checkMessage: (message) => checkTrigger(trigger, message),
	checkUsers: checkTarget,
});
