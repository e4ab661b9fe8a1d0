import type { FastifyInstance } from 'fastify';
import type { FaultPlan } from './faults.cts';
import { fileAt, FILES_PATH } from './exports/file.cts';
import { addInbox } from './inbox/routes.cts';
import type { LowerLimits } from './rate-limits.cts';
import type { Sandbox } from './sandbox.cts';
import { FAULT_PLAN_SCHEMA } from './schemas/fault-plan.cts';
import { object } from './schemas/json-schema.cts';
import { RATE_LIMITS_SCHEMA } from './seed.cts';
import { addSender, SENDER_VIEWS } from './sender/routes.cts';
import { readBody as read, ViewError } from './view-bodies.cts';
import type { Workspace } from './workspace/workspace.cts';

/** Where people and other processes look at the sandbox, under its URL. */
export const VIEWS = {
	'GET /sandbox/inbox': 'who got what, as a page that follows along',
	'GET /sandbox/requests': 'every request, in order',
	'GET /sandbox/deliveries': 'what reached users; ?user= for one of them',
	'GET /sandbox/deliveries/counts': 'how often each content reached each user',
	'GET /sandbox/schedules': 'scheduled sends and their state',
	'GET /sandbox/exports': 'exports of users into files and their state',
	'GET /sandbox/users/:id': 'one user and what reached it',
	'POST /sandbox/clock': '{"advance": ms} or {"set": epoch ms}',
	'POST /sandbox/faults': 'a fault plan; {} for none',
	'POST /sandbox/rate-limits': 'lower limits by name, such as {"requestsPerHour": 2}',
	...SENDER_VIEWS,
	'POST /sandbox/reset': 'forget everything since the start',
};

const CLOCK_SCHEMA = object(
	'clock',
	{ advance: { type: 'number', minimum: 0 }, set: { type: 'number' } },
	[],
	{ minProperties: 1, maxProperties: 1 },
);

/** Adds the views; they need no key, are not recorded and never fail by plan. */
export function addViews(app: FastifyInstance, sandbox: Sandbox, workspace: Workspace): void {
	addInbox(app, sandbox, workspace);
	addSender(app, workspace);
	app.get('/sandbox/requests', () => sandbox.requests);
	app.get<{ Querystring: { user?: string } }>('/sandbox/deliveries', ({ query: { user } }) =>
		user === undefined ? sandbox.deliveries : deliveriesOf(sandbox, user),
	);
	app.get('/sandbox/deliveries/counts', () => sandbox.deliveryCounts());
	app.get('/sandbox/schedules', () => sandbox.schedules);
	app.get<{ Params: { id: string } }>('/sandbox/users/:id', ({ params: { id } }) => {
		const user = workspace.users.byId(id);
		if (!user) throw new ViewError(404, `no user ${id}`);
		return { user, deliveries: deliveriesOf(sandbox, id) };
	});
	app.get('/sandbox/exports', () =>
		workspace.exports.all.map(({ lines: _lines, ...rest }) => rest),
	);
	app.get<{ Params: { name: string } }>(`${FILES_PATH}/:name`, ({ params, headers }, reply) => {
		sandbox.clock.advance(0);
		const { status, body } = fileAt(workspace.exports.all, params.name, headers.authorization);
		return reply
			.code(status)
			.type(status === 200 ? 'application/zip' : 'text/plain')
			.send(body);
	});
	app.post('/sandbox/clock', ({ body }) => {
		const { advance, set } = read<{ advance?: number; set?: number }>(body, CLOCK_SCHEMA);
		if (advance !== undefined) sandbox.clock.advance(advance);
		if (set !== undefined) sandbox.clock.set(set);
		return { now: sandbox.clock.now() };
	});
	app.post('/sandbox/faults', ({ body }) => {
		sandbox.faults.use(read<FaultPlan>(body, FAULT_PLAN_SCHEMA));
		return { message: 'success' };
	});
	app.post('/sandbox/rate-limits', ({ body }) => {
		sandbox.rateLimits.use(read<LowerLimits>(body, RATE_LIMITS_SCHEMA));
		return { message: 'success' };
	});
	app.post('/sandbox/reset', () => {
		sandbox.reset();
		return { message: 'success' };
	});
	app.all('/sandbox/*', ({ url }) => {
		throw new ViewError(404, `no view ${url}; there are ${Object.keys(VIEWS).join(', ')}`);
	});
}

function deliveriesOf(sandbox: Sandbox, user: string): Sandbox['deliveries'] {
	return sandbox.deliveries.filter(
		(delivery) => delivery.userId === user || Object.values(delivery.user).includes(user),
	);
}
