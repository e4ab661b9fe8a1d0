import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../nodes/Braze/pipeline/operation.ts';
import { rendersLiquid } from '../../nodes/Braze/schema/describe.ts';
import { NOW, openBench } from '../engine/support.cts';
import { namedOperations, sampleOf } from '../samples/sample.cts';

const bench = openBench({ now: NOW });

/** A parameter with what else the form must hold so that it is shown. */
interface Reached {
	operation: Operation;
	property: INodeProperties;
	with: IDataObject;
}

/** The parameters of an operation besides those behind *Add Field*, each with the choices that show it. */
function reachedIn(operation: Operation): Reached[] {
	const form = operation.endpoint.parts.flatMap((part) => part.describe({}));
	const isList = (name: string): boolean =>
		form.some((each) => each.name === name && each.type === 'multiOptions');
	return form.map((property) => ({
		operation,
		property,
		with: Object.fromEntries(
			Object.entries(property.displayOptions?.show ?? {})
				.filter(([name]) => !['resource', 'operation'].includes(name))
				.map(([name, values]): [string, unknown] => [name, values?.[0]])
				.map(([name, value]) => [name, isList(name) ? [value] : value]),
		) as IDataObject,
	}));
}

const reached = namedOperations.flatMap(([, operation]) => reachedIn(operation));

const titled = (fields: Reached[]): Array<[string, Reached]> =>
	fields.map((field) => [
		`${field.operation.resource}.${field.operation.value} ${field.property.name} ${JSON.stringify(field.with)}`,
		field,
	]);

async function runWith({ operation, property, with: more }: Reached, form: IDataObject) {
	const sample = sampleOf(operation);
	await sample.arrange?.(bench.sandbox);
	bench.sandbox.requests.length = 0;
	const { error } = await bench.run({
		parameters: {
			resource: operation.resource,
			operation: operation.value,
			...sample.form,
			...more,
			...form,
		},
		items: (sample.items ?? [{}]).map((item) => ({ ...item, 'Own Field': '{"a":1}' })),
	});
	const said = `${error?.message} ${error?.description ?? ''}`;
	return { said, label: property.displayName, sent: bench.sandbox.requests };
}

const objects = reached.filter(({ property }) =>
	['json', 'assignmentCollection'].includes(property.type),
);

describe.each(titled(objects))('%s, an object by an expression', (_name, field) => {
	test.each(['={{ [][0] }}', '={{ "" }}', '={{ [null][0] }}', '={{ $json.missing }}'])(
		'is refused where it gives nothing: %s',
		async (expression) => {
			const { said, label, sent } = await runWith(field, { [field.property.name]: expression });
			expect(said).toContain(`'${label}' holds {{`);
			expect(said).toContain('gives nothing for this item');
			expect(sent).toEqual([]);
		},
	);

	test('names the field that has nearly that name', async () => {
		const { said } = await runWith(field, { [field.property.name]: '={{ $json.ownField }}' });
		expect(said).toContain('The item has {{ $json["Own Field"] }}: write it so');
	});
});

const contents = reached.filter(
	({ property }) => property.type === 'string' && rendersLiquid(property),
);

describe.each(titled(contents))('%s, content that is one expression', (_name, field) => {
	test('is refused where a field has nearly its name', async () => {
		const { said, label } = await runWith(field, {
			[field.property.name]: '={{ $json.ownField }}',
		});
		expect(said).toContain(`'${label}' holds {{`);
		expect(said).toContain('The item has {{ $json["Own Field"] }}: write it so');
	});

	test('is refused where it gives nothing and Empty Values says so', async () => {
		const options = {
			...(sampleOf(field.operation).form.options as object),
			emptyValues: 'refuse',
		};
		const form = { [field.property.name]: '={{ $json.missing }}', options };
		const { said, sent } = await runWith(field, form);
		expect(said).toContain('gives nothing for this item');
		expect(sent).toEqual([]);
	});
});

test('there are objects and contents to walk over', () => {
	expect(objects.length).toBeGreaterThan(30);
	expect(contents.length).toBeGreaterThan(30);
});
