import fc from 'fast-check';
import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { ALL_USERS, CANVAS, TRIGGERED_CAMPAIGN } from '../sandbox/support.cts';
import { oddExpression, oddValue } from './values.cts';

type Draw = fc.GeneratorValue;
/** One value out of so many is odd. */
const ODD_ONE_OUT_OF = 20;

/** What an operation is fuzzed with: values that are chosen and not drawn. */
export interface Choice {
	resource: string;
	operation: string;
}

/** Texts that Braze takes, by the name of their field. */
const plausible: Array<[RegExp, unknown]> = [
	[/^audience$/, 'none'],
	[/^segmentId$/, ALL_USERS],
	[/^sendId$/, ''],
	[/^additionalJson$/, '{}'],
	[/^campaignId$/, TRIGGERED_CAMPAIGN],
	[/^canvasId$/, CANVAS],
	[/^externalUserId$/, '={{ $json.id }}'],
	[/^externalUserIds$/, '={{ $json.id }}, user-002'],
	[/InputFields$/, 'v0, v1'],
	[/recipients/, '=[{ "external_user_id": {{ JSON.stringify(String($json.id)) }} }]'],
	[/from$/i, 'Shop <shop@example.com>'],
	[/^email$|replyTo|bcc|alsoSendTo/i, 'someone@example.com'],
	[/url|uri|image|link|icon/i, 'https://example.com/a.png'],
	[/time|date|expiry/i, '2031-03-04T10:00:00'],
	[/colou?r/i, '#112233'],
	[/json$/i, '{ "a": 1 }'],
];

const plausibleFor = (name: string): unknown =>
	plausible.find(([pattern]) => pattern.test(name))?.[1];

const isGroup = (option: unknown): option is INodePropertyCollection =>
	typeof option === 'object' && option !== null && 'values' in option;

const choicesOf = ({ options = [] }: INodeProperties): unknown[] =>
	options.flatMap((option) => ('value' in option ? [option.value] : []));

/** Whether the display rule of a property holds, as far as the values so far decide it. */
function isShown({ displayOptions }: INodeProperties, values: IDataObject): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, wanted]) => {
		if (!Object.hasOwn(values, name)) return true;
		const given = [values[name]].flat();
		return (wanted ?? []).some((one) => typeof one === 'object' || given.includes(one as string));
	});
}

function drawPlain(draw: Draw, property: INodeProperties): unknown {
	const { name, type, options = [], typeOptions } = property;
	const known = plausibleFor(name);
	switch (type) {
		case 'options':
			if (known !== undefined && draw(fc.nat, 4) > 0) return known;
			return draw(fc.constantFrom, ...choicesOf(property));
		case 'multiOptions':
			return draw(fc.subarray, choicesOf(property), { minLength: 1, maxLength: 2 });
		case 'boolean':
			return draw(fc.boolean);
		case 'number':
			return draw(fc.integer, { min: typeOptions?.minValue ?? 0, max: typeOptions?.maxValue ?? 9 });
		case 'resourceLocator':
			return { __rl: true, mode: 'id', value: known ?? 'some-id' };
		case 'collection':
			return drawSome(draw, options as INodeProperties[]);
		case 'fixedCollection':
			return drawRows(draw, property);
		case 'assignmentCollection':
			return {
				assignments: draw(fc.array, fc.constantFrom('a', 'b', '__proto__', 'constructor', ''), {
					maxLength: 3,
				}).map((key, index) => ({
					id: `${index}`,
					name: key,
					type: draw(fc.constantFrom, 'string', 'number', 'boolean', 'array', 'object'),
					value: draw(() => fc.oneof(oddExpression, oddValue)),
				})),
			};
		default:
			return known ?? 'text';
	}
}

function drawRows(draw: Draw, { options = [], typeOptions }: INodeProperties): IDataObject {
	const [group] = options.filter(isGroup);
	const row = (): IDataObject =>
		Object.fromEntries(
			group.values.map((part) => [part.name, drawValue(draw, part)]),
		) as IDataObject;
	return {
		[group.name]: typeOptions?.multipleValues
			? Array.from({ length: draw(fc.nat, 2) }, row)
			: row(),
	} as IDataObject;
}

function drawSome(draw: Draw, properties: INodeProperties[]): IDataObject {
	// a message counted under a campaign needs that campaign's variations, which is another test
	const usual = properties.filter(({ name }) => name !== 'campaignId' || draw(fc.nat, 9) === 0);
	const chosen = draw(fc.subarray, usual, { maxLength: Math.min(3, usual.length) });
	return Object.fromEntries(
		chosen.map((property) => [property.name, drawValue(draw, property)]),
	) as IDataObject;
}

function drawValue(draw: Draw, property: INodeProperties): unknown {
	const isOdd = draw(fc.nat, ODD_ONE_OUT_OF - 1) === 0;
	if (!isOdd) return drawPlain(draw, property);
	// n8n itself does not start a node whose required field holds something empty
	if (property.type === 'resourceLocator') {
		return { __rl: true, mode: 'id', value: draw(() => oddExpression) };
	}
	return draw(() => (property.required ? oddExpression : fc.oneof(oddExpression, oddValue)));
}

/** @returns parameters as the editor or an import could have stored them for an operation */
export function formOf(properties: INodeProperties[], choice: Choice): fc.Arbitrary<IDataObject> {
	return fc.gen().map((draw) => {
		const values: IDataObject = { ...choice };
		for (const property of properties) {
			const { name, type } = property;
			if (Object.hasOwn(values, name) || !isShown(property, values)) continue;
			if (name === 'options') continue;
			const isSelector = type === 'options' || type === 'multiOptions';
			values[name] = (
				isSelector ? drawPlain(draw, property) : drawValue(draw, property)
			) as IDataObject[string];
		}
		return values;
	});
}
