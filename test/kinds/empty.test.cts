import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../nodes/Braze/pipeline/operation.ts';
import { rendersLiquid } from '../../nodes/Braze/schema/describe.ts';
import { failuresIn, NOW, openBench, toErrorOutput } from '../engine/support.cts';
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

/** The sample of an operation, on items that have a field of their own as well. */
async function sampleWith({ operation, with: more }: Reached, form: IDataObject) {
	const sample = sampleOf(operation);
	await sample.arrange?.(bench.sandbox);
	bench.sandbox.requests.length = 0;
	const { resource, value } = operation;
	return {
		parameters: { resource, operation: value, ...sample.form, ...more, ...form },
		items: (sample.items ?? [{}]).map((item) => ({ ...item, 'Own Field': '{"a":1}' })),
	};
}

async function runWith(field: Reached, form: IDataObject) {
	const { error } = await bench.run(await sampleWith(field, form));
	const said = `${error?.message} ${error?.description ?? ''}`;
	return { said, label: field.property.displayName, sent: bench.sandbox.requests };
}

/** Runs the first item of a sample so many times with an expression in the field. */
async function runWithEach(field: Reached, expression: string, count: number) {
	const { property } = field;
	const { parameters, items } = await sampleWith(field, { [property.name]: expression });
	const { output } = await bench.run({
		parameters,
		items: Array.from({ length: count }, () => items[0]),
		node: toErrorOutput,
	});
	const failed = failuresIn(output[1]);
	return { failed, label: property.displayName, sent: bench.sandbox.requests };
}

const objects = reached.filter(({ property }) =>
	['json', 'assignmentCollection'].includes(property.type),
);

const nothings = ['[][0]', '""', 'null', '$json.missing'];

describe.each(titled(objects))('%s, an object by an expression', (_name, field) => {
	test(`is refused where it gives nothing: ${nothings.join(', ')}`, async () => {
		const expression = `={{ [${nothings.join(', ')}][$itemIndex] }}`;
		const { failed, label, sent } = await runWithEach(field, expression, nothings.length);
		expect(failed).toHaveLength(nothings.length);
		for (const said of failed) {
			expect(said).toContain(`'${label}' holds {{`);
			expect(said).toContain('gives nothing for this item');
		}
		expect(sent).toEqual([]);
	});

	test('names the field that has nearly that name', async () => {
		const { said, label, sent } = await runWith(field, {
			[field.property.name]: '={{ $json.ownField }}',
		});
		expect(said).toContain(`'${label}' holds {{`);
		expect(said).toContain('gives nothing for this item');
		expect(said).toContain('The item has {{ $json["Own Field"] }}: write it so');
		expect(sent).toEqual([]);
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
