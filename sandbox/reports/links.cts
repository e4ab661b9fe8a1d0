import { BrazeError } from '../errors.cts';

const LINKS = ['shop', 'account', 'unsubscribe'];

/** The links of an email with link aliasing, as both endpoints answer them. */
export function linksOf(
	messageKey: string | undefined,
	variationId: string,
	linkId: string | undefined,
): Record<string, unknown> {
	if (messageKey !== 'email') throw new BrazeError(400, 'Missing/Invalid Message Variant ID');
	const links = LINKS.map((name, index) => ({
		link_URL: `https://example.com/${name}`,
		link_id: `${variationId}-link-${index + 1}`,
		content_block_path_info: [],
		link_alias: name,
	}));
	return {
		channel: 'email',
		name: variationId,
		link_data: links.filter(({ link_id: id }) => linkId === undefined || id === linkId),
		message: 'success',
	};
}
