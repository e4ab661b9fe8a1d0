import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		assetId: 'a55e70000000000000000001',
		fileSource: 'url',
		assetUrl: 'https://cdn.example.com/assets/logo.png',
	},
	wire: [
		{
			method: 'PUT',
			path: '/media_library/replace_file',
			body: {
				asset_id: 'a55e70000000000000000001',
				asset_url: 'https://cdn.example.com/assets/logo.png',
			},
		},
	],
	output: [
		{
			info: 'Asset file updated successfully.',
			name: 'logo',
			size: expect.any(Number),
			url: 'https://media.example.com/logo.png',
			ext: 'png',
		},
	],
};
