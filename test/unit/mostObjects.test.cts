import { checkMostObjects } from '../../nodes/Braze/pipeline/check/irreversible.ts';
import type { Call } from '../../nodes/Braze/pipeline/call.ts';
import { deleteUser } from '../../nodes/Braze/endpoints/user/delete.ts';
import { getUser } from '../../nodes/Braze/endpoints/user/get.ts';

const calls = (count: number): Call[] =>
	Array.from({ length: count }, (_call, index) => ({
		itemIndex: index,
		content: { method: 'POST', path: '/users/delete', query: {}, body: {}, kept: {} },
		entries: [{ list: 'external_ids', wire: `user-${index}` }],
	})) as unknown as Call[];

/** Whether a run may change so many users for good. */
const isAllowed = (count: number, rule: { most?: number; isTool: boolean }): boolean => {
	try {
		checkMostObjects(calls(count), deleteUser.endpoint, rule);
		return true;
	} catch (error) {
		expect((error as Error).message).toContain(`would change ${count} users for good`);
		return false;
	}
};

test.each<[number, { most?: number; isTool: boolean }, boolean]>([
	[1, { isTool: true }, true],
	[2, { isTool: true }, false],
	[2, { isTool: true, most: 2 }, true],
	[50, { isTool: false }, true],
	[51, { isTool: false }, false],
	[51, { isTool: false, most: 51 }, true],
	[2, { isTool: false, most: 1 }, false],
])('%d deletions with %j: %j', (count, rule, allowed) => {
	expect(isAllowed(count, rule)).toBe(allowed);
});

test('items that name the same user count once', () => {
	const named = calls(51).map((call) => ({
		...call,
		entries: call.entries.map((entry) => ({ ...entry, key: `user ${call.itemIndex % 50}` })),
	}));
	expect(() => checkMostObjects(named, deleteUser.endpoint, { isTool: false })).not.toThrow();
});

test('what can be undone is not counted', () => {
	expect(() => checkMostObjects(calls(100), getUser.endpoint, { isTool: true })).not.toThrow();
});
