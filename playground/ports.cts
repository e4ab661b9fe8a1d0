import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Makes sure that a port of this machine can be listened on.
 *
 * @param what would listen there
 * @throws Error that says so in a sentence where another program does already
 */
export async function assertFree(port: number, what: string): Promise<void> {
	const server = createServer();
	server.listen(port, '127.0.0.1');
	try {
		await once(server, 'listening');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		throw new Error(
			`Port ${port}, meant for ${what}, is in use. End the program that listens there.`,
		);
	}
	server.close();
	await once(server, 'close');
}
