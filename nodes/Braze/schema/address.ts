const label = String.raw`[^\s@.,;:<>()[\]"\\]+`;

/**
 * One email address and nothing around it: no name, no brackets, no quotation marks, no comma or semicolon of a list, no dot at its
 * end. Braze takes such a text as the address of somebody it does not know, and nobody gets the message.
 */
export const ADDRESS = String.raw`[^\s@,;:<>()[\]"\\]+@${label}(?:\.${label})*`;

/** What an address must look like, and how to put it right. */
export const address = {
	pattern: new RegExp(`^${ADDRESS}$`),
	patternHint: 'Enter one address such as name@example.com',
};
