import type { IDataObject } from 'n8n-workflow';

import { messageForm, openBench } from './support.cts';

const bench = openBench();

test('variables of a template leave as texts, in whatever form an expression gives them', async () => {
	const parameters = messageForm({
		channels: ['whatsApp'],
		whatsAppSubscriptionGroupId: 'g',
		whatsAppMessageType: 'template_message',
		whatsAppTemplateName: 't',
		whatsAppTemplateLanguageCode: 'en_US',
		whatsAppAppId: 'a',
		whatsAppFields: {
			headerVariables: '={{ $json.city }}',
			bodyVariables: '={{ $json.body }}',
			buttonVariables: ['', '={{ $json.city }}'],
		},
	});
	const city = 'Berlin, Germany';
	const items = [
		{ id: 'user-001', city, body: { 0: 5, 1: 'x', 2: null } },
		{ id: 'user-002', city, body: ['a', '', true] },
	] as unknown as IDataObject[];
	const { error } = await bench.run({ parameters, items });
	expect(error).toBeUndefined();
	const sent = bench.bodies().map(({ messages }) => (messages as IDataObject).whats_app);
	const whole = { header_variables: { '0': city }, button_variables: { '1': city } };
	expect(sent).toMatchObject([
		{ message: { ...whole, body_variables: { '0': '5', '1': 'x' } } },
		{ message: { ...whole, body_variables: { '0': 'a', '2': 'true' } } },
	]);
});
