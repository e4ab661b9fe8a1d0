import type { DocumentedAnswer } from './answer.cts';
import { counts, TIME } from './statistics.cts';

/** Statistics of Canvases. */
export const canvasStatistics: DocumentedAnswer[] = [
	{
		title: 'a Canvas with variants and steps keyed by ID',
		operation: 'canvas.getStatistics',
		status: 200,
		body: {
			message: 'success',
			data: {
				name: 'Onboarding',
				stats: [
					{
						time: TIME,
						total_stats: { revenue: 9, conversions: 1, conversions_by_entry_time: 1, entries: 7 },
						variant_stats: {
							'variant-1': {
								name: 'Variant 1',
								revenue: 9,
								conversions: 1,
								conversions_by_entry_time: 1,
								entries: 7,
							},
						},
						step_stats: {
							'step-1': {
								name: 'Welcome',
								revenue: 9,
								conversions: 1,
								conversions_by_entry_time: 1,
								unique_recipients: 7,
								messages: {
									email: [counts],
									ios_push: null,
									android_push: [{ sent: 2, opens: 1, influenced_opens: 1, bounces: 0 }],
								},
							},
						},
					},
				],
			},
		},
		output: [
			{
				time: '2026-01-01',
				canvas_id: 'ca000000-0000-4000-8000-000000000001',
				canvas_name: 'Onboarding',
				revenue: 9,
				conversions: 1,
				conversions_by_entry_time: 1,
				entries: 7,
				email_sent: 4,
				email_delivered: 3,
				email_opens: 2,
				email_unique_opens: 1,
				android_push_sent: 2,
				android_push_opens: 1,
				android_push_influenced_opens: 1,
				android_push_bounces: 0,
			},
		],
	},
	{
		title: 'a Canvas without breakdowns',
		operation: 'canvas.getStatistics',
		status: 200,
		body: {
			message: 'success',
			data: { name: 'Onboarding', stats: [{ time: TIME, total_stats: { entries: 7 } }] },
		},
		output: [
			{
				time: '2026-01-01',
				canvas_id: 'ca000000-0000-4000-8000-000000000001',
				canvas_name: 'Onboarding',
				entries: 7,
			},
		],
	},
	{
		title: 'the summary of a Canvas with further conversion events',
		operation: 'canvas.getSummary',
		status: 200,
		body: {
			message: 'success',
			data: {
				name: 'Onboarding',
				total_stats: { entries: 7, revenue: 9, conversions1: 2, conversions1_by_entry_time: 1 },
				step_stats: { 'step-1': { name: 'Welcome', messages: { email: [counts] } } },
			},
		},
		output: [
			{
				canvas_id: 'ca000000-0000-4000-8000-000000000001',
				canvas_name: 'Onboarding',
				entries: 7,
				revenue: 9,
				conversions1: 2,
				conversions1_by_entry_time: 1,
				email_sent: 4,
				email_delivered: 3,
				email_opens: 2,
				email_unique_opens: 1,
			},
		],
	},
];
