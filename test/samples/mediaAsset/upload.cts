import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		fileSource: 'url',
		assetUrl: 'https://cdn.example.com/assets/spring.png',
		additionalFields: { assetName: 'spring-banner.png' },
	},
	wire: [
		{
			method: 'POST',
			path: '/media_library/create',
			body: {
				asset_url: 'https://cdn.example.com/assets/spring.png',
				name: 'spring-banner.png',
			},
		},
	],
	output: [
		{
			name: 'spring-banner',
			size: expect.any(Number),
			url: expect.stringContaining('https://'),
			ext: 'png',
			dashboard_url: expect.any(String),
		},
	],
};
