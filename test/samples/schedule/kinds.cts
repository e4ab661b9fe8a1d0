import type { IDataObject } from 'n8n-workflow';

import { FULL_KEY } from '../../../sandbox/keys.cts';
import type { Sandbox } from '../../../sandbox/sandbox.cts';
import {
	byId,
	CANVAS,
	perItem,
	smsForm,
	smsMessages,
	TRIGGERED_CAMPAIGN,
} from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

/** One kind of what can be scheduled: how the form names it, and what stands on the wire. */
interface Kind {
	path: string;
	/** What names the campaign or the Canvas. */
	reference: { form: IDataObject; wire: IDataObject };
	/** What a schedule is made of besides that. */
	content: { form: IDataObject; wire: IDataObject };
}

const recipients = { recipients: [{ external_user_id: 'user-001' }] };

export const kinds = {
	message: {
		path: '/messages/schedule',
		reference: { form: {}, wire: {} },
		content: {
			form: { ...perItem, ...smsForm },
			wire: { external_user_ids: ['user-001'], messages: smsMessages },
		},
	},
	campaignTrigger: {
		path: '/campaigns/trigger/schedule',
		reference: {
			form: { campaignId: byId(TRIGGERED_CAMPAIGN) },
			wire: { campaign_id: TRIGGERED_CAMPAIGN },
		},
		content: { form: perItem, wire: recipients },
	},
	canvasTrigger: {
		path: '/canvas/trigger/schedule',
		reference: { form: { canvasId: byId(CANVAS) }, wire: { canvas_id: CANVAS } },
		content: { form: perItem, wire: recipients },
	},
} satisfies Record<string, Kind>;

const SCHEDULE = 'schedule-001';
const items = [{ id: 'user-001' }];
const when = {
	form: { time: '2099-01-31T09:00:00Z', delivery: 'exactTime' },
	wire: { schedule: { time: '2099-01-31T09:00:00Z' } },
};

/** Puts a schedule into the sandbox, under an ID that a sample can name. */
const schedule =
	({ path, reference, content }: Kind) =>
	async (sandbox: Sandbox): Promise<void> => {
		await fetch(`${sandbox.url}${path}/create`, {
			method: 'POST',
			headers: { authorization: `Bearer ${FULL_KEY}`, 'content-type': 'application/json' },
			body: JSON.stringify({ ...reference.wire, ...content.wire, ...when.wire }),
		});
		sandbox.schedules[0].scheduleId = SCHEDULE;
	};

export const createSample = ({ path, reference, content }: Kind): Sample => ({
	form: { ...reference.form, ...content.form, ...when.form },
	items,
	wire: [
		{
			method: 'POST',
			path: `${path}/create`,
			body: { ...reference.wire, ...content.wire, ...when.wire },
		},
	],
	output: [expect.objectContaining({ schedule_id: expect.any(String), message: 'success' })],
});

export const updateSample = (kind: Kind): Sample => ({
	form: { ...kind.reference.form, scheduleId: SCHEDULE, ...when.form },
	arrange: schedule(kind),
	wire: [
		{
			method: 'POST',
			path: `${kind.path}/update`,
			body: { ...kind.reference.wire, schedule_id: SCHEDULE, ...when.wire },
		},
	],
});

export const deleteSample = (kind: Kind): Sample => ({
	form: { ...kind.reference.form, scheduleId: SCHEDULE },
	arrange: schedule(kind),
	wire: [
		{
			method: 'POST',
			path: `${kind.path}/delete`,
			body: { ...kind.reference.wire, schedule_id: SCHEDULE },
		},
	],
	output: [{ deleted: true, schedule_id: SCHEDULE, message: 'success' }],
});
