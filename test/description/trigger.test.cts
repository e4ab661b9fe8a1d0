import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeParameters, INodeProperties } from 'n8n-workflow';

import { BrazeTrigger } from '../../nodes/BrazeTrigger/BrazeTrigger.node.ts';
import { sources } from '../../nodes/BrazeTrigger/sources.ts';
import { choicesOf, fieldListsOf } from './properties.cts';

const { description } = new BrazeTrigger();
const { properties } = description;
const LARGEST_BYTES = 36_000;

const node: INode = {
	id: '1',
	name: 'Braze Trigger',
	type: 'n8n-nodes-braze.brazeTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Everything the editor would show for a form. */
function shownIn(form: INodeParameters): INodeProperties[] {
	const filled =
		NodeHelpers.getNodeParameters(properties, form, true, false, node, description) ?? {};
	return properties.filter((property) =>
		NodeHelpers.displayParameter(filled, property, node, description),
	);
}

const states = Object.entries(sources).flatMap(([source, { authentications }]) =>
	authentications.map((authentication): [string, string] => [source, authentication]),
);
const isNotice = ({ type }: INodeProperties): boolean => type === 'notice';
const fieldsIn = (form: INodeParameters): string[] =>
	shownIn(form)
		.filter((property) => !isNotice(property))
		.map(({ name }) => name);

const notices = properties.filter(isNotice);
const fields = properties.filter((property) => !isNotice(property));
const inner = fields.flatMap(fieldListsOf).flat();
const everything = [...fields, ...inner];

test('it is a trigger as n8n knows them', () => {
	expect(description).toMatchObject({
		name: 'brazeTrigger',
		displayName: 'Braze Trigger',
		group: ['trigger'],
		inputs: [],
		outputs: ['main'],
	});
	expect(description.usableAsTool).toBeUndefined();
	expect(Object.keys(new BrazeTrigger().webhookMethods.default).sort()).toEqual([
		'checkExists',
		'create',
		'delete',
	]);
	expect(description.credentials).toEqual([
		expect.objectContaining({ name: 'brazeApi', required: false }),
	]);
});

test.each([
	['webhookMessage', ['source', 'httpMethod', 'authentication', 'headerName', 'secret', 'options']],
	['currents', ['source', 'authentication', 'secret', 'events', 'filters', 'options']],
	[
		'transactionalEmailPostback',
		['source', 'authentication', 'secret', 'statuses', 'filters', 'options'],
	],
	['segmentExport', ['source', 'authentication', 'secret', 'options']],
	['connectedContent', ['source', 'httpMethod', 'authentication', 'user', 'secret', 'options']],
])('%s shows what it needs and nothing else', (source, expected) => {
	expect(fieldsIn({ source })).toEqual(expected);
});

test.each(states)(
	'%s by %s: no two parameters of one name, and a word for each side',
	(source, authentication) => {
		const shown = shownIn({ source, authentication });
		const names = shown.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		const texts = shown.filter(isNotice).map(({ displayName }) => displayName);
		const { setup, caveats, copies, secretCopies } = sources[source as keyof typeof sources];
		const secretCopy = Object.entries(secretCopies).find(([name]) => name === authentication);
		const own = [setup, caveats, ...(secretCopy ? [secretCopy[1]] : []), ...copies];
		expect(texts.filter((text) => own.includes(text))).toEqual(own);
		const isOpen = authentication === 'none';
		expect(texts.some((text) => text.startsWith('Whoever learns the URL'))).toBe(isOpen);
		expect(names.includes('secret')).toBe(!isOpen);
		expect(texts).toHaveLength(own.length + (isOpen ? 1 : 0));
	},
);

test.each(states)(
	'%s by %s can be chosen, and is shown by default where nothing was',
	(source, authentication) => {
		const choice = shownIn({ source }).find(({ name }) => name === 'authentication');
		const values = choice ? choicesOf(choice).map(({ value }) => value) : [];
		expect(values).toContain(authentication);
		expect(values).toContain(choice?.default);
		expect(choice?.default).not.toBe('none');
	},
);

test('no notice holds an angle bracket, which n8n takes for markup', () => {
	expect(notices.filter(({ displayName }) => /[<>]/.test(displayName))).toEqual([]);
	for (const property of everything) {
		const texts = [property.displayName, property.description, property.hint, property.placeholder];
		expect(texts.filter((text) => /[<>]/.test(text ?? ''))).toEqual([]);
	}
});

test('a secret is a password wherever it is typed', () => {
	const secrets = properties.filter(({ name }) => name === 'secret');
	expect(secrets).toHaveLength(2);
	for (const { typeOptions, required } of secrets) {
		expect({ password: typeOptions?.password, required }).toEqual({
			password: true,
			required: true,
		});
	}
});

test('what decides the form takes no expression', () => {
	const deciding = ['source', 'authentication', 'httpMethod'];
	const open = properties.filter(
		({ name, noDataExpression }) => deciding.includes(name) && !noDataExpression,
	);
	expect(open).toEqual([]);
});

describe('the body to paste', () => {
	const body = sources.webhookMessage.copies[1];

	test('is JSON on one line, in which every Liquid output is escaped', () => {
		expect(body).not.toContain('\n');
		expect(Object.keys(JSON.parse(body) as object)).toEqual([
			'user_id',
			'braze_id',
			'email',
			'campaign_id',
			'campaign_name',
			'dispatch_id',
			'canvas_id',
			'canvas_name',
		]);
		const outputs = [...body.matchAll(/\{\{(.*?)\}\}(?=")/g)].map(([, liquid]) => liquid);
		expect(outputs).toHaveLength(8);
		for (const liquid of outputs) expect(liquid).toMatch(/^[a-z]*\.?\$\{[a-z_]+\} \| json_escape$/);
	});

	test('stays JSON when Braze fills it in', () => {
		const filled = body.replace(/\{\{.*?\| json_escape\}\}/g, 'O\\"Neil\\n');
		expect(Object.values(JSON.parse(filled) as object)).toEqual(Array(8).fill('O"Neil\n'));
	});
});

test('each tag of Connected Content names the URL, the answer and the time that it is kept', () => {
	const tags = Object.values(sources.connectedContent.secretCopies);
	expect(tags).toHaveLength(5);
	for (const tag of tags) {
		expect(tag).toMatch(/^\{% connected_content YOUR-URL\?.* :save reply :cache_max_age 900 %\}$/);
	}
});

describe('texts', () => {
	test('labels are in title case, and stand once in a list', () => {
		for (const { displayName } of everything) expect(displayName).toMatch(/^[A-Z]/);
		for (const list of fields.flatMap(fieldListsOf)) {
			const names = list.map(({ displayName }) => displayName);
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
			expect(new Set(names).size).toBe(names.length);
		}
	});

	test('choices are alphabetical, everything first, and none stands twice', () => {
		for (const property of everything) {
			const names = choicesOf(property).map(({ name }) => name);
			const listed = names.filter((name) => !/^All (Events|Statuses)$/.test(name));
			expect(listed).toEqual([...listed].sort((a, b) => a.localeCompare(b)));
			expect(new Set(names).size).toBe(names.length);
			const values = choicesOf(property).map(({ value }) => value);
			expect(new Set(values).size).toBe(values.length);
		}
	});

	test('every field is described, without a full stop at the end of one sentence', () => {
		for (const { name, type, description: text = '' } of everything) {
			if (name === 'options') continue;
			expect({ name, text }).toEqual({ name, text: expect.stringMatching(/\S/) });
			expect(text).not.toMatch(/^[^.]*\.$/);
			if (type === 'boolean') expect(text).toMatch(/^Whether /);
		}
	});

	test('placeholders say "e.g.", or what a button adds', () => {
		for (const { placeholder = 'Add ' } of everything)
			expect(placeholder).toMatch(/^(e\.g\. |Add )/);
	});

	test('every default is one of its choices', () => {
		for (const property of everything) {
			const values = choicesOf(property).map(({ value }) => value);
			if (values.length === 0) continue;
			const chosen = ([] as unknown[]).concat(property.default);
			expect(values).toEqual(expect.arrayContaining(chosen));
		}
	});
});

test('the description stays small', () => {
	expect(Buffer.byteLength(JSON.stringify(description))).toBeLessThan(LARGEST_BYTES);
});

test('no list of the trigger is one whose every choice n8n makes an entry of the node panel, above the actions of Braze', () => {
	const labels = properties.map(({ displayName }) => displayName.toLowerCase());
	for (const label of ['event', 'events', 'trigger on']) expect(labels).not.toContain(label);
});
