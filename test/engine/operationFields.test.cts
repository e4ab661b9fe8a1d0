import type { IDataObject } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { sourceAndBraze } from '../../engine/brazeNode.cts';
import { prepareWorkflow } from '../../engine/engine.cts';
import { namedOperations, sampleOf } from '../samples/sample.cts';

/** What n8n makes of a node before it runs: its parameters, and what it finds amiss with them. */
async function resolved(parameters: IDataObject, allFields: boolean) {
	const { workflow } = await prepareWorkflow(sourceAndBraze(parameters), { allFields });
	const node = workflow.nodes.Braze;
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const { properties } = description;
	const issues = NodeHelpers.getNodeParametersIssues(properties, node, description);
	return { parameters: node.parameters, issues, fields: properties.length };
}

test.each(namedOperations)(
	'the fields of %s alone give n8n what all fields of the node give it',
	async (name, operation) => {
		const [resource, value] = name.split('.');
		for (const form of [sampleOf(operation).form, {}]) {
			const parameters = { resource, operation: value, ...form };
			const own = await resolved(parameters, false);
			const all = await resolved(parameters, true);
			expect({ ...own, fields: 0 }).toEqual({ ...all, fields: 0 });
			expect(Object.keys(own.parameters)).toEqual(Object.keys(all.parameters));
			expect(own.fields).toBeLessThan(all.fields / 2);
		}
	},
);

test.each([{ resource: '={{ "user" }}', operation: 'delete' }, { resource: 'user' }, {}])(
	'where %j does not settle the operation, every field stays',
	async (parameters) => {
		expect(await resolved(parameters, false)).toEqual(await resolved(parameters, true));
	},
);
