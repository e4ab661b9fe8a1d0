/**
 * An agent behind a proxy looks for `https` in the call stack at each request, three times; looking every line of it up in a
 * source map for that takes longer than the request. It gets the names of the files instead.
 */
const { prepareStackTrace } = Error;

Error.prepareStackTrace = (error, frames) =>
	/[\\/]agent-base[\\/]/.test(frames[0]?.getFileName() ?? '')
		? frames.map((frame) => `${frame.getFileName()}:`).join('\n')
		: prepareStackTrace?.(error, frames);
