import type { IDataObject } from 'n8n-workflow';

import { namedOperations, sampleOf } from '../../samples/sample.cts';
import { NOW, openBench } from '../support.cts';

const bench = openBench({ now: NOW });

const user = (userIdentifier: string): IDataObject => ({
	userIdentifier,
	externalUserId: 'user-001',
	aliasName: 'alias-001',
	aliasLabel: 'shop',
	brazeId: 'b00000000000000000000001',
	email: 'user-001@example.com',
	phone: '+32471123456',
	prioritization: ['identified', 'most_recently_updated'],
});

const merging = (merge: string, keep: string): IDataObject =>
	Object.fromEntries(
		(
			[
				['merge', user(merge)],
				['keep', { ...user(keep), externalUserId: 'user-002', email: 'user-002@example.com' }],
			] as const
		).flatMap(([name, fields]) =>
			Object.entries(fields).map(([key, value]) => [
				`${name}${key.charAt(0).toUpperCase()}${key.slice(1)}`,
				value,
			]),
		),
	);

/** What a second time does no harm to leaves again after an answer that was lost; anything else leaves once. */
const cases: Array<[string, IDataObject, 'again' | 'once']> = [
	['user.delete', user('externalUserId'), 'again'],
	['user.delete', user('userAlias'), 'again'],
	['user.delete', user('brazeId'), 'again'],
	['user.delete', user('email'), 'once'],
	['user.delete', user('phone'), 'once'],
	['user.identify', user('userAlias'), 'again'],
	['user.identify', user('email'), 'once'],
	['user.identify', user('phone'), 'once'],
	['user.merge', merging('externalUserId', 'userAlias'), 'again'],
	['user.merge', merging('email', 'externalUserId'), 'once'],
	['user.merge', merging('externalUserId', 'email'), 'once'],
	['user.createAlias', {}, 'again'],
	['user.updateAlias', {}, 'again'],
	['user.renameExternalId', {}, 'once'],
	['user.removeExternalId', {}, 'once'],
	['user.trackEvent', {}, 'once'],
	['user.trackEcommerceEvent', {}, 'once'],
	['user.trackPurchase', {}, 'once'],
	['user.get', {}, 'again'],
	['subscriptionGroup.setStatus', {}, 'again'],
	['emailAddress.setSubscription', {}, 'again'],
	['emailAddress.removeBounce', {}, 'again'],
	['emailAddress.removeSpam', {}, 'again'],
	['emailAddress.blocklist', {}, 'again'],
	['phoneNumber.removeInvalid', {}, 'again'],
	['segment.export', {}, 'once'],
	['segment.exportControlGroup', {}, 'once'],
	['segment.cancelExport', {}, 'again'],
];

const operationNamed = (name: string) => {
	const [, operation] = namedOperations.find(([each]) => each === name) ?? [];
	if (!operation) throw new Error(name);
	return operation;
};

/** What names the users of a case, where there is a choice. */
const namedBy = ({
	userIdentifier,
	mergeUserIdentifier,
	keepUserIdentifier,
}: IDataObject): string =>
	[userIdentifier, mergeUserIdentifier, keepUserIdentifier].filter(Boolean).join(' into ');

test.each(cases.map(([name, form, times]) => ({ name, by: namedBy(form), form, times })))(
	'$name $by leaves $times after a lost answer',
	async ({ name, form, times }) => {
		const operation = operationNamed(name);
		const sample = sampleOf(operation);
		await sample.arrange?.(bench.sandbox);
		bench.sandbox.requests.length = 0;
		bench.sandbox.faults.use({ script: ['reset-after'] });
		const { error } = await bench.run({
			parameters: {
				resource: operation.resource,
				operation: operation.value,
				...sample.form,
				...form,
			},
			items: sample.items?.slice(0, 1) ?? [{ id: 'user-001' }],
		});
		expect(bench.sandbox.requests.length).toBe(times === 'again' ? 2 : 1);
		if (times === 'once') expect(error?.message).toMatch(/may have been (written|read)/);
	},
);

test('what cannot be taken back is counted before it leaves', () => {
	expect(
		namedOperations.filter(([, { endpoint }]) => endpoint.irreversible).map(([name]) => name),
	).toEqual(
		expect.arrayContaining([
			'user.delete',
			'user.merge',
			'user.removeExternalId',
			'emailAddress.blocklist',
		]),
	);
});
