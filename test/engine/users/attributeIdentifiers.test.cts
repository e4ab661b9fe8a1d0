import type { IDataObject } from 'n8n-workflow';

import { pairs } from '../support.cts';
import { openAttributes } from './attributes.cts';
import { fieldsForm, upsertForm } from './forms.cts';

const { run, attributes } = openAttributes();

describe('identifiers', () => {
	test.each<[string, IDataObject, IDataObject]>([
		[
			'an alias, which creates nobody unless it is told to',
			{
				userIdentifier: 'userAlias',
				aliasName: 'a-1',
				aliasLabel: 'crm',
				updateExistingOnly: false,
			},
			{ user_alias: { alias_name: 'a-1', alias_label: 'crm' }, _update_existing_only: false },
		],
		[
			'a Braze ID',
			{ userIdentifier: 'brazeId', brazeId: 'b00000000000000000000001' },
			{
				braze_id: 'b00000000000000000000001',
			},
		],
		[
			'an email address',
			{ userIdentifier: 'email', email: 'user-001@example.com' },
			{
				email: 'user-001@example.com',
			},
		],
		[
			'a phone number',
			{ userIdentifier: 'phone', phone: '+3225550101', updateExistingOnly: true },
			{
				phone: '+3225550101',
				_update_existing_only: true,
			},
		],
	])('%s', async (_what, form, wire) => {
		const { error } = await run(
			upsertForm({
				...form,
				attributesSource: 'pairs',
				attributes: pairs(['tier', 'gold', 'string']),
			}),
			[{}],
		);
		expect(error?.message).toBeUndefined();
		expect(attributes()).toEqual([{ ...wire, tier: 'gold' }]);
	});

	test.each([
		['an alias is left out', 'userAlias', undefined, true],
		['an alias is created where it says so', 'userAlias', false, false],
		['an address is created', 'email', undefined, undefined],
		['an address is left out where it says so', 'email', true, true],
		['an address is left out where a table says so', 'email', '={{ "TRUE" }}', true],
		['an alias is created where a table says so', 'userAlias', '={{ "false" }}', false],
	])('chosen by an expression: %s', async (_what, kind, updateExistingOnly, flag) => {
		const { error } = await run(
			upsertForm({
				userIdentifier: '={{ $json.kind }}',
				aliasName: 'a-1',
				aliasLabel: 'crm',
				email: 'user-001@example.com',
				...(updateExistingOnly === undefined ? {} : { updateExistingOnly }),
				attributesSource: 'pairs',
				attributes: pairs(['tier', 'gold', 'string']),
			}),
			[{ kind }],
		);
		expect(error?.message).toBeUndefined();
		expect(attributes().map((each) => each._update_existing_only)).toEqual([flag]);
	});

	test('one that is empty is refused with its name', async () => {
		const { error } = await run(fieldsForm(), [{ id: ' ', tier: 'gold' }]);
		expect(error?.message).toContain("'External User ID' is empty");
	});
});
