import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Makes sure that a port of this machine can be listened on.
 *
 * @param what would listen there
 * @param otherwise how to choose another port, where one can
 * @throws Error that says so in a sentence where another program does already
 */
export async function assertFree(port: number, what: string, otherwise = ''): Promise<void> {
	const server = createServer();
	server.listen(port, '127.0.0.1');
	try {
		await once(server, 'listening');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		const advice = `End the program that listens there${otherwise && `, or choose another: ${otherwise}`}`;
		throw new Error(`Port ${port}, meant for ${what}, is in use. ${advice}`);
	}
	server.close();
	await once(server, 'close');
}
