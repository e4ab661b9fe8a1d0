import { joinObjects } from '../../schema/convert';
import { checkSchedule, describeSchedule, readSchedule } from '../../parts/schedule';
import { checkTarget, reachesUnnamedUsers } from '../../parts/target';
import type { Operation } from '../../pipeline/operation';
import { chosenType, describeTypeChoice, scheduleTypes, showType, typeOfPath } from './types';

const CREATE = ['create'];

export const createSchedule: Operation = {
	resource: 'schedule',
	value: 'create',
	name: 'Create',
	action: 'Create schedule',
	description: 'Send a message or trigger a campaign or a Canvas at a later time',
	properties: [
		describeTypeChoice([...CREATE, 'update', 'delete']),
		...scheduleTypes.flatMap((type) => {
			const show = showType(CREATE, type);
			return type.describe(show, describeSchedule(show));
		}),
	],
	message: (parameters, writing) => {
		const type = chosenType(parameters);
		return {
			method: 'POST',
			path: `${type.path}/create`,
			body: joinObjects(
				type.read(parameters, writing),
				{ schedule: readSchedule(parameters, writing) },
				'Additional JSON',
			),
			reachesUnnamedUsers: reachesUnnamedUsers(parameters),
		};
	},
	users: (parameters, writing) => chosenType(parameters).users(parameters, writing),
	checkMessage: (message) => {
		typeOfPath(message.path)?.check(message);
		checkSchedule(message.body.schedule);
	},
	checkUsers: checkTarget,
};
