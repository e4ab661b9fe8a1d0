import { shareWorld } from './world.cts';

const world = shareWorld();

test('a new filter asks for its value, whatever type the attribute has', async () => {
	const { editor } = world;
	const { form } = editor;
	const row = 'audienceFilters.customAttribute[0]';
	const labels = async (): Promise<string[]> => {
		const shown = await form.shown();
		return shown.slice(shown.indexOf('Attribute Type') + 1, shown.indexOf('Additional Fields'));
	};
	await editor.newWorkflowWith('Send message');
	await form.choose('audience', 'Build');
	await form.addRow('audienceFilters', 'Custom Attribute');
	expect(await labels()).toEqual(['Comparison', 'Value']);
	for (const [type, value, comparison] of [
		['Number', 'Value', 'Equals'],
		['Array', 'Value', 'Includes Value'],
		['Time', 'Time', 'After'],
		['Boolean', 'Value', 'Equals'],
		['String', 'Value', 'Equals'],
	]) {
		await form.choose(`${row}.attributeType`, type);
		expect(await labels()).toEqual(['Comparison', value]);
		const name = `${row}.${type.toLowerCase()}Comparison`;
		expect(await form.value(name)).toBe(comparison);
		await form.choose(name, 'Exists');
		expect(await labels()).toEqual(['Comparison']);
	}
});

test('an audience with a group is built by clicking and reaches those it fits', async () => {
	const { editor, sandbox } = world;
	const { form } = editor;
	await editor.newWorkflowWith('Send message');
	await form.choose('sendTo', 'Segment or Audience');
	await form.toggle('broadcast');
	await form.choose('audience', 'Build');

	await form.addRow('audienceFilters', 'Custom Attribute');
	const orders = 'audienceFilters.customAttribute[0]';
	await form.type(`${orders}.attributeName`, 'orders');
	await form.choose(`${orders}.attributeType`, 'Number');
	await form.choose(`${orders}.numberComparison`, 'Greater Than');
	await form.type(`${orders}.numberValue`, '2');

	await form.addRow('audienceFilters', 'Group');
	await form.choose('audienceFilters.group[0].match', 'Any');
	await form.addRow('filters', 'Custom Attribute');
	const eyes = 'audienceFilters.group[0].filters.customAttribute[0]';
	await form.type(`${eyes}.attributeName`, 'eye_color');
	await form.choose(`${eyes}.stringComparison`, 'Is Any Of');
	await form.type(`${eyes}.values`, 'green, brown');
	await form.addRow('filters', 'Email Subscription');
	await form.choose('audienceFilters.group[0].filters.emailSubscription[0].comparison', 'Is Not');
	await editor.screenshot('audience');

	await form.chooseAll('channels', ['Web Push']);
	await form.type('webPushTitle', 'Sale');
	await form.type('webPushAlert', 'Today only');
	await editor.executeStep();
	expect(await editor.output()).toContain('success');
	expect(await sandbox.posts()).toEqual([
		{
			path: '/messages/send',
			body: {
				broadcast: true,
				audience: {
					AND: [
						{
							custom_attribute: {
								custom_attribute_name: 'orders',
								comparison: 'greater_than',
								value: 2,
							},
						},
						{
							OR: [
								{
									custom_attribute: {
										custom_attribute_name: 'eye_color',
										comparison: 'is_any_of',
										value: ['green', 'brown'],
									},
								},
								{ email_subscription_status: { comparison: 'is_not', value: 'opted_in' } },
							],
						},
					],
				},
				messages: { web_push: { title: 'Sale', alert: 'Today only' } },
			},
		},
	]);
});
