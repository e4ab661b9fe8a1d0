import type { IDataObject, IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { BrazeField } from '../../schema/field';
import { quote, InvalidInput } from '../../schema/invalidInput';
import type { WriteContext } from '../../schema/write';
import type { Message, User } from '../../pipeline/call';
import type { ItemParameters } from '../../pipeline/read/parameters';
import { readUsers } from '../../parts/users';
import { campaignTrigger } from '../campaignTrigger/content';
import { canvasTrigger } from '../canvasTrigger/content';
import { checkMessage, describeMessage, messageUsers, readMessage } from '../message/content';
import { checkTrigger, describeTrigger, readTrigger } from '../trigger';
import type { Trigger } from '../trigger';

type Show = NonNullable<IDisplayOptions['show']>;

/** What can be scheduled: the value of `scheduleType`, where its endpoints are, and what Create takes besides the time. */
export interface ScheduleType {
	value: 'message' | 'campaignTrigger' | 'canvasTrigger';
	displayName: string;
	/** Path that `create`, `update` and `delete` are appended to. */
	path: string;
	/** The campaign or the Canvas that update and delete name beside the schedule. */
	triggered?: BrazeField;
	describe: (show: Show, when: INodeProperties[]) => INodeProperties[];
	read: (parameters: ItemParameters, writing: WriteContext) => IDataObject;
	users: (parameters: ItemParameters, writing: WriteContext) => User[];
	check: (message: Message) => void;
}

const triggerType = (
	trigger: Trigger,
	words: Pick<ScheduleType, 'value' | 'displayName' | 'path'>,
): ScheduleType => ({
	...words,
	triggered: trigger.triggered,
	describe: (show, when) => describeTrigger(trigger, show, when),
	read: (parameters, writing) => readTrigger(trigger, parameters, writing),
	users: (parameters, writing) => readUsers(trigger.users, parameters, writing),
	check: (message) => checkTrigger(trigger, message),
});

/** Everything that can be scheduled, alphabetical as the form lists it. */
export const scheduleTypes: ScheduleType[] = [
	triggerType(campaignTrigger, {
		value: 'campaignTrigger',
		displayName: 'Campaign Trigger',
		path: '/campaigns/trigger/schedule',
	}),
	triggerType(canvasTrigger, {
		value: 'canvasTrigger',
		displayName: 'Canvas Trigger',
		path: '/canvas/trigger/schedule',
	}),
	{
		value: 'message',
		displayName: 'Message',
		path: '/messages/schedule',
		describe: (show, when) => describeMessage('schedule', show, when),
		read: (parameters, writing) => readMessage('schedule', parameters, writing),
		users: (parameters, writing) => readUsers(messageUsers, parameters, writing),
		check: (message) => checkMessage('schedule', message),
	},
];

export const triggerTypes = scheduleTypes.filter(({ triggered }) => triggered !== undefined);

/** @returns the display rule of an operation on one type of schedule */
export const showType = (operation: string[], { value }: ScheduleType): Show => ({
	resource: ['schedule'],
	operation,
	scheduleType: [value],
});

/**
 * What the form has chosen to schedule.
 *
 * @throws InvalidInput for anything that cannot be scheduled
 */
export function chosenType({ read }: ItemParameters): ScheduleType {
	const value = read('scheduleType');
	const type = scheduleTypes.find((each) => each.value === value);
	if (type) return type;
	throw new InvalidInput(
		'Schedule Type',
		`cannot be ${quote(value)}`,
		`Choose one of ${scheduleTypes.map((each) => each.value).join(', ')}`,
	);
}

/** The type that a message to one of the schedule endpoints belongs to. */
export const typeOfPath = (path: string): ScheduleType | undefined =>
	scheduleTypes.find((type) => path.startsWith(`${type.path}/`));

/** @returns the choice of what is scheduled, for an operation */
export const describeTypeChoice = (operation: string[]): INodeProperties => ({
	displayName: 'Schedule Type',
	name: 'scheduleType',
	type: 'options',
	noDataExpression: true,
	default: 'message',
	description: 'What is scheduled',
	options: [
		{
			name: 'Campaign Trigger',
			value: 'campaignTrigger',
			description: 'A campaign with API-triggered delivery',
		},
		{
			name: 'Canvas Trigger',
			value: 'canvasTrigger',
			description: 'A Canvas with API-triggered delivery',
		},
		{ name: 'Message', value: 'message', description: 'A message whose content is written here' },
	],
	displayOptions: { show: { resource: ['schedule'], operation } },
});
