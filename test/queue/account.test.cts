import { accountFor } from '../../queue/account.cts';
import type { Reported } from '../../queue/account.cts';
import { batchNamedIn, makeBatches } from '../../queue/batches.cts';
import type { Batch } from '../../queue/batches.cts';
import { accountText } from '../../queue/report.cts';

const [first, second]: Batch[] = makeBatches(6, 3);

const report = (execution: string, further: Partial<Reported> = {}): Reported => ({
	execution,
	status: 'success',
	isOver: true,
	...further,
});

const account = (reports: Reported[][], reached: string[]) => {
	const timesReached = new Map<string, number>();
	for (const user of reached) timesReached.set(user, (timesReached.get(user) ?? 0) + 1);
	const byBatch = new Map([first, second].map(({ name }, index) => [name, reports[index]]));
	return accountFor([first, second], byBatch, timesReached);
};

const everyone = [...first.users, ...second.users];
const dead = report('2', { status: 'error', signal: 'SIGKILL' });

describe('batches', () => {
	it('hold every user once, the last batch what is left', () => {
		const batches = makeBatches(7, 3);
		expect(batches.map(({ users }) => users.length)).toEqual([3, 3, 1]);
		expect(new Set(batches.flatMap(({ users }) => users)).size).toBe(7);
	});

	it('are recognised in what n8n keeps of an execution', () => {
		expect(batchNamedIn(JSON.stringify([{ users: '1' }, second.users]))).toBe(second.name);
		expect(batchNamedIn('[]')).toBeUndefined();
	});
});

describe('account', () => {
	it('explains a run in which everyone was reached once', () => {
		const { rows, doubts, unexplained } = account([[report('1')], [report('2')]], everyone);
		expect(rows).toEqual([
			{ label: 'success', executions: 2, users: 6, once: 6, twice: 0, never: 0 },
		]);
		expect(doubts).toEqual([]);
		expect(unexplained).toEqual([]);
	});

	it('puts the users of a killed execution in doubt, and says who was reached', () => {
		const [reached, ...notReached] = second.users;
		const { rows, doubts, unexplained } = account(
			[[report('1')], [dead]],
			[...first.users, reached],
		);
		expect(rows).toEqual([
			{ label: 'success', executions: 1, users: 3, once: 3, twice: 0, never: 0 },
			{
				label: 'error, its worker got SIGKILL',
				executions: 1,
				users: 3,
				once: 1,
				twice: 0,
				never: 2,
			},
		]);
		expect(doubts).toEqual([
			{ execution: '2', batch: second.name, reached: [reached], notReached },
		]);
		expect(unexplained).toEqual([]);
	});

	it.each([
		['a success that left a user out', [[report('1')], [report('2')]], everyone.slice(1)],
		[
			'a success that reached a user twice',
			[[report('1')], [report('2')]],
			[...everyone, first.users[0]],
		],
		[
			'a killed execution that reached a user twice',
			[[report('1')], [dead]],
			[...everyone, second.users[0]],
		],
		[
			'an execution that failed without a kill',
			[[report('1')], [report('2', { status: 'error' })]],
			everyone,
		],
		[
			'an execution that never ended',
			[[report('1')], [report('2', { status: 'running', isOver: false })]],
			everyone,
		],
		['a batch without an execution', [[report('1')], []], everyone],
		['a batch with two executions', [[report('1')], [report('2'), report('3')]], everyone],
		['a user whom nobody named', [[report('1')], [report('2')]], [...everyone, 'stranger']],
	])('does not explain %s', (_what, reports, reached) => {
		const result = account(reports, reached);
		expect(result.unexplained).toHaveLength(1);
		expect(accountText(result)).toContain('UNEXPLAINED');
	});
});

describe('the text of an account', () => {
	it('adds up all executions and names those in doubt', () => {
		const text = accountText(account([[report('1')], [dead]], first.users));
		expect(text).toMatch(/all +2 +6 +3 +0 +3$/m);
		expect(text).toContain(`execution 2, ${second.name}: 0 reached, 3 not`);
		expect(text).toContain('Nothing is unexplained.');
	});
});
