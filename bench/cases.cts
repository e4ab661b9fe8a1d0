import type { IDataObject } from 'n8n-workflow';

import type { ExportedWorkflow } from '../engine/engine.cts';
import { runBareScript } from './bareScript.cts';
import { brazeStep, httpRequest, inARow, itsBatching } from './benchCase.cts';
import type { BenchCase, Target } from './benchCase.cts';
import type { UserItem } from './items.cts';
import { listCases } from './lists/pieces.cts';
import {
	assignments,
	bodyForOneItem,
	brazeParameters,
	httpRequestParameters,
	plainPaths,
	realExpressions,
	USERS_PER_REQUEST,
} from './nodes/parameters.cts';
import { EDIT_FIELDS, GROUP } from './nodes/types.cts';

const MAX_SINGLE_REQUESTS = 10_000;

const shared = (items: number): number => Math.ceil(items / USERS_PER_REQUEST);

const braze =
	(own: IDataObject) =>
	({ concurrency }: Target): ExportedWorkflow =>
		inARow(brazeStep(brazeParameters(own, concurrency)));

const pairs = (values: typeof plainPaths): IDataObject => ({
	recipientTriggerPropertiesSource: 'pairs',
	recipientTriggerProperties: assignments(values),
});

const allCases = {
	inputFields: {
		label: 'This node, Use All Input Fields',
		workflow: braze({ recipientTriggerPropertiesSource: 'inputFields' }),
		requests: shared,
	},
	plainPaths: {
		label: 'This node, three plain paths',
		workflow: braze(pairs(plainPaths)),
		requests: shared,
	},
	expressions: {
		label: 'This node, three real expressions',
		workflow: braze(pairs(realExpressions)),
		requests: shared,
	},
	handBuilt: {
		label: 'By hand: group 50, then HTTP Request',
		workflow: ({ url }) =>
			inARow(
				{ type: GROUP, typeVersion: 1, name: 'Group', parameters: {} },
				httpRequest(httpRequestParameters(url, '={{ $json.body }}')),
			),
		requests: shared,
	},
	httpRequest: {
		label: 'HTTP Request, defaults',
		workflow: ({ url }) => inARow(httpRequest(httpRequestParameters(url, bodyForOneItem))),
		requests: (items) => items,
		maxItems: MAX_SINGLE_REQUESTS,
	},
	httpRequestBatched: {
		label: 'HTTP Request, Batching',
		workflow: ({ url }) =>
			inARow(httpRequest(httpRequestParameters(url, bodyForOneItem, itsBatching))),
		requests: (items) => items,
		maxItems: MAX_SINGLE_REQUESTS,
		ignoresServer: true,
	},
	editFields: {
		label: 'Edit Fields, the same three expressions',
		workflow: () =>
			inARow({
				type: EDIT_FIELDS,
				typeVersion: 3.4,
				name: 'Edit Fields',
				parameters: { mode: 'manual', assignments: assignments(realExpressions), options: {} },
			}),
		requests: () => 0,
		ignoresServer: true,
	},
	bareScript: {
		label: 'Bare script, no n8n',
		script: async (items, { url, concurrency }) =>
			await runBareScript(items as UserItem[], url, concurrency),
		requests: shared,
	},
} satisfies Record<string, BenchCase>;

export type CaseName = keyof typeof allCases | (string & {});

/** The ways to trigger a campaign. */
export const caseNames: CaseName[] = Object.keys(allCases);
export const cases: Record<CaseName, BenchCase> = { ...allCases, ...listCases };
