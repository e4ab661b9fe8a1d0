import type { IDataObject } from 'n8n-workflow';

import { applePush } from '../../messages/applePush';
import { properties } from '../../parts/properties';
import type { Part } from '../../pipeline/part';
import {
	isAbsent,
	isMissing,
	isObject,
	joinObjects,
	toJsonObject,
	toText,
} from '../../schema/convert';
import { checkObject } from '../../schema/check';
import { describeFlat } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { withIdentifiers } from '../../schema/identifier';
import { InvalidInput, quote } from '../../schema/invalidInput';

export const activityId: BrazeField = {
	displayName: 'Activity ID',
	name: 'activityId',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	placeholder: 'e.g. order-4711',
	description: 'Your own ID of the activity, or the tag under which the app started it',
};

export const staleDate: BrazeField = {
	displayName: 'Stale Date',
	name: 'staleDate',
	type: 'dateTime',
	default: '',
	description: 'When the system shows that the content is out of date',
};

export const contentState: Part = {
	...properties({
		name: 'contentState',
		displayName: 'Content State',
		description: 'What the activity shows, under the names that the app declares',
		wireKey: 'content_state',
	}),
	check: ({ wire }) => needsObject(wire, 'content_state', 'Content State'),
};

/** @throws InvalidInput where an object that Braze requires is missing */
export function needsObject(wire: IDataObject, key: string, label: string): void {
	if (isObject(wire[key])) return;
	throw new InvalidInput(label, 'is missing', 'Choose where its values come from, and give them');
}

const title: BrazeField = {
	displayName: 'Notification Title',
	name: 'notificationTitle',
	type: 'string',
	flat: true,
	default: '',
	description: 'Title of the notification that comes with it',
};

const body: BrazeField = {
	...title,
	displayName: 'Notification Body',
	name: 'notificationBody',
	description: 'Text of the notification that comes with it',
};

const more: BrazeField = {
	displayName: 'Notification JSON',
	name: 'notificationJson',
	type: 'json',
	flat: true,
	default: '{}',
	description: "Further keys of Braze's apple_push object, such as sound",
};

/**
 * The push notification that comes with an activity: its title and its body, and whatever else an apple_push object takes.
 *
 * @param isRequired whether Braze asks for title and body
 */
export const notification = (isRequired: boolean): Part => {
	const texts = [title, body].map((field) => ({ ...field, required: isRequired }));
	return {
		describe: (show) => describeFlat({ name: '', displayName: '', fields: [...texts, more] }, show),
		write: ({ read }) => {
			const json = read(more.name);
			const rest = isAbsent(json)
				? {}
				: withIdentifiers(applePush.fields, toJsonObject(json, more.displayName), more.displayName);
			const own: IDataObject = {};
			for (const [key, field] of Object.entries({ title, body })) {
				const value = read(field.name);
				if (!isAbsent(value)) own[key] = toText(value, field.displayName);
			}
			// a text alone is Braze's shorter form of an alert that has a body and nothing else
			const isText = typeof rest.alert === 'string' && rest.alert !== '';
			if (isText && !isRequired && Object.keys(own).length === 0) {
				return { wire: { notification: rest } };
			}
			const given = alertOf(rest);
			const alert = joinObjects(own, given, `${more.displayName} > alert`);
			const hasAlert = Object.keys(alert).length > 0;
			const whole = { ...rest, ...(hasAlert ? { alert } : {}) };
			return Object.keys(whole).length > 0 ? { wire: { notification: whole } } : {};
		},
		check: ({ wire }) => checkNotification(wire.notification, isRequired),
	};
};

/** @throws InvalidInput for an alert of text alone, in which a title and a body have no place */
function alertOf({ alert }: IDataObject): IDataObject {
	if (isAbsent(alert)) return {};
	if (isObject(alert)) return alert;
	throw new InvalidInput(
		`${more.displayName} > alert`,
		`must be an object but is ${quote(alert)}`,
		`Take it out, and put its text into ${body.displayName}`,
	);
}

/** The notification is an apple_push object, and takes what that takes. */
function checkNotification(written: unknown, isRequired: boolean): void {
	if (!isRequired && !isObject(written)) return;
	const push = isObject(written) ? written : {};
	const texts: IDataObject = isObject(push.alert) ? push.alert : { body: push.alert };
	const isSilent = push['content-available'] === true;
	for (const [key, { displayName }] of Object.entries({ title, body })) {
		const isNeeded = isRequired || (key === 'body' && !isSilent);
		if (isNeeded && isMissing(texts[key])) {
			throw new InvalidInput(displayName, 'is empty', 'Braze requires it: enter a text');
		}
	}
	checkObject(applePush, push, more.displayName);
}
