/** What to look at where a list or a thing was asked for and something else came. */
export const NOT_BRAZE =
	'Check the instance in the Braze credential, and what stands between n8n and Braze';
