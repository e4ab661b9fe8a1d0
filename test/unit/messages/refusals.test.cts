import type { IDataObject } from 'n8n-workflow';

import { checkObject } from '../../../nodes/Braze/schema/check.ts';
import { ATTACHMENT_EXTENSIONS } from '../../../nodes/Braze/messages/emailAttachments.ts';
import { card, email, refusedOthers } from './refused/others.cts';
import { refusedPushes } from './refused/push.cts';
import { find, stopClock, token } from './support.cts';

stopClock();

describe('what Braze would refuse', () => {
	it.each([...refusedPushes, ...refusedOthers])('%s: %j', (name, wire, sentence) => {
		expect(() => checkObject(find(name), wire as IDataObject)).toThrow(sentence);
	});

	it('leaves out the tokens alone where Apple limits the size', () => {
		const push = { alert: 'x'.repeat(1_900), also_send_to: [{ app_id: 'a', tokens: [token] }] };
		expect(() => checkObject(find('applePush'), push)).not.toThrow();
		expect(() =>
			checkObject(find('applePush'), { ...push, message_variation_id: 'iosPush-1' }),
		).toThrow('have 1947 bytes together');
	});

	it('counts no characters where Liquid makes some of them', () => {
		const message = `{{custom_attribute.\${city}}} ${'x'.repeat(140)}`;
		expect(() => checkObject(find('inAppMessage'), { message })).not.toThrow();
	});

	it.each(ATTACHMENT_EXTENSIONS)('attaches a .%s file', (extension) => {
		const attachments = [{ file_name: 'a', url: `https://example.com/a.${extension}` }];
		expect(() => checkObject(find('email'), { ...email, body: 'B', attachments })).not.toThrow();
	});

	it('takes a card for 30 days, in every time zone', () => {
		for (const expiry of [
			{ expire_at: '2026-02-15T12:00:00Z' },
			{ expire_at: '2026-02-15T13:00:00+01:00' },
			{ expire_at: '2026-02-16T00:00:00', expire_in_local_time: true },
		]) {
			expect(() => checkObject(find('contentCard'), { ...card, ...expiry })).not.toThrow();
		}
	});
});
