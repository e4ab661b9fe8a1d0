import type { DocumentedAnswer } from './answer.cts';
import { counts, TIME } from './statistics.cts';

/** Statistics of campaigns and sends. */
export const campaignStatistics: DocumentedAnswer[] = [
	{
		title: 'a campaign whose unused channels are null, absent or empty',
		operation: 'campaign.getStatistics',
		status: 200,
		body: {
			message: 'success',
			data: [
				{
					time: TIME,
					messages: {
						email: [{ variation_api_id: 'v-1', variation_name: 'Variant 1', ...counts }],
						sms: null,
						webhook: [],
					},
					conversions: 2,
					unique_recipients: 4,
					revenue: 12.5,
				},
			],
		},
		output: [
			{
				time: '2026-01-01',
				campaign_id: 'c0000000-0000-4000-8000-000000000003',
				conversions: 2,
				unique_recipients: 4,
				revenue: 12.5,
				email_sent: 4,
				email_delivered: 3,
				email_opens: 2,
				email_unique_opens: 1,
			},
		],
	},
	{
		title: 'a campaign whose messages are null altogether',
		operation: 'campaign.getStatistics',
		status: 200,
		body: { message: 'success', data: [{ time: TIME, messages: null, unique_recipients: 0 }] },
		output: [
			{
				time: '2026-01-01',
				campaign_id: 'c0000000-0000-4000-8000-000000000003',
				unique_recipients: 0,
			},
		],
	},
	{
		title: 'a multivariate campaign with a control group whose counts are null',
		operation: 'campaign.getStatistics',
		form: { oneItemFor: 'dayVariation' },
		status: 200,
		body: {
			message: 'success',
			data: [
				{
					time: TIME,
					messages: {
						email: [
							{
								variation_name: 'Variant 1',
								...counts,
								revenue: 5,
								unique_recipients: 4,
								conversions: 1,
								enrolled: 6,
							},
							{
								variation_name: 'Control Group',
								sent: null,
								delivered: null,
								opens: null,
								unique_opens: null,
								revenue: 0,
								enrolled: 2,
							},
						],
					},
				},
			],
		},
		output: [
			{
				time: '2026-01-01',
				campaign_id: 'c0000000-0000-4000-8000-000000000003',
				variation_name: 'Variant 1',
				revenue: 5,
				unique_recipients: 4,
				conversions: 1,
				enrolled: 6,
				email_sent: 4,
				email_delivered: 3,
				email_opens: 2,
				email_unique_opens: 1,
			},
			{
				time: '2026-01-01',
				campaign_id: 'c0000000-0000-4000-8000-000000000003',
				variation_name: 'Control Group',
				revenue: 0,
				enrolled: 2,
			},
		],
	},
	{
		title: 'a channel and counts that nobody knows yet',
		operation: 'campaign.getStatistics',
		form: { oneItemFor: 'dayVariationChannel' },
		status: 200,
		body: {
			message: 'success',
			data: [
				{
					time: TIME,
					messages: { carrier_pigeon: [{ variation_api_id: 'v-9', sent: 1, feathers_lost: 3 }] },
				},
			],
		},
		output: [
			{
				time: '2026-01-01',
				campaign_id: 'c0000000-0000-4000-8000-000000000003',
				channel: 'carrier_pigeon',
				variation_api_id: 'v-9',
				sent: 1,
				feathers_lost: 3,
			},
		],
	},
	{
		title: 'no data at all',
		operation: 'campaign.getStatistics',
		status: 200,
		body: { message: 'success', data: [] },
		output: [],
	},
	{
		title: 'a send with what only sends have',
		operation: 'sendId.getStatistics',
		status: 200,
		body: {
			message: 'success',
			data: [
				{
					time: TIME,
					messages: {
						sms: [
							{
								variation_api_id: 'v-1',
								sent: 3,
								delivered: 1,
								undelivered: 1,
								delivery_failed: 1,
							},
						],
					},
					unique_recipients: 3,
				},
			],
		},
		output: [
			{
				time: '2026-01-01',
				campaign_id: 'c0000000-0000-4000-8000-000000000001',
				send_id: 'sandbox-send-001',
				unique_recipients: 3,
				sms_sent: 3,
				sms_delivered: 1,
				sms_undelivered: 1,
				sms_delivery_failed: 1,
			},
		],
	},
];
