import { connect } from 'node:net';
import type { Socket } from 'node:net';

import { openRawServer } from './rawServer.cts';
import type { RawServer } from './rawServer.cts';

/** One request on its way through a faulty wire. */
interface Passing {
	socket: Socket;
	/** The connection below TLS. */
	bare: Socket;
	/** Lets Braze have the request, and gives its answer as far as there is one. */
	deliver: () => Promise<Buffer>;
}

const page = (status: string, body: string, type = 'text/html'): string =>
	`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
const switching = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n';
const ofBraze = 'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n';

/** What a wire does with a request instead of passing it and its answer on; Braze gets it only where it is delivered. */
const faults = {
	hangsUp: ({ socket }: Passing) => void socket.destroy(),
	resets: ({ bare }: Passing) => void bare.resetAndDestroy(),
	redirects: ({ socket }: Passing, to: string) =>
		void socket.end(
			`HTTP/1.1 307 Temporary Redirect\r\nLocation: ${to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
		),
	noHttp: ({ socket }: Passing) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
	signInPage: ({ socket }: Passing) => void socket.end(page('200 OK', '<html>Sign in</html>')),
	forbids: ({ socket }: Passing) => void socket.end(page('403 Forbidden', '<html>Blocked</html>')),
	resetsAfter: async ({ bare, deliver }: Passing) => {
		await deliver();
		bare.resetAndDestroy();
	},
	halfAnswer: async ({ socket, deliver }: Passing) => {
		const answer = await deliver();
		socket.end(answer.subarray(0, answer.length / 2));
	},
	headAlone: async ({ socket, deliver }: Passing) => {
		const answer = await deliver();
		socket.end(answer.subarray(0, answer.indexOf('\r\n\r\n') + 4));
	},
	noTlsAfter: async ({ bare, deliver }: Passing) => {
		await deliver();
		bare.write('neither TLS nor anything else');
	},
	emptyAfter: async ({ socket, deliver }: Passing) => {
		await deliver();
		socket.end(page('201 Created', '{}', 'application/json'));
	},
	pageAfter: async ({ socket, deliver }: Passing) => {
		await deliver();
		socket.end(page('200 OK', '<html>Sign in</html>'));
	},
	gatewayAfter: async ({ socket, deliver }: Passing) => {
		await deliver();
		socket.end(page('503 Service Unavailable', '<html>Busy</html>'));
	},
	statusesAfter: async ({ socket, deliver }: Passing) => {
		await deliver();
		socket.end(page('207 Multi-Status', '{"message":"success"}', 'application/json'));
	},
	silent: () => {},
	switches: ({ socket }: Passing) => void socket.write(switching),
	switchesAfter: async ({ socket, deliver }: Passing) => {
		await deliver();
		socket.write(switching);
	},
	dripsAfter: async ({ socket, deliver }: Passing) => {
		await deliver();
		socket.write(`${ofBraze}Content-Length: 100000\r\n\r\n`);
		const drip = setInterval(() => {
			if (socket.destroyed) clearInterval(drip);
			else socket.write(' ');
		}, 100);
	},
} satisfies Record<string, (passing: Passing, to: string) => void | Promise<void>>;

/** What a wire does with a new connection, before anything was said over it. */
const connectionFaults = {
	endsAtOnce: (bare: Socket) => void bare.destroy(),
	resetsAtOnce: (bare: Socket) => void bare.resetAndDestroy(),
	speaksPlainly: (bare: Socket) => void bare.end('SSH-2.0-OpenSSH_9.6\r\n'),
} satisfies Record<string, (bare: Socket) => void>;

/** What a proxy does when it is asked to open a tunnel. */
const tunnelFaults = {
	tunnelHangsUp: (socket: Socket) => void socket.destroy(),
	tunnelNeedsPassword: (socket: Socket) =>
		void socket.end(page('407 Proxy Authentication Required', '')),
	tunnelFails: (socket: Socket) => void socket.end(page('502 Bad Gateway', '<html>')),
	tunnelForbidden: (socket: Socket) => void socket.end(page('403 Forbidden', '<html>')),
	tunnelIsNoHttp: (socket: Socket) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
	tunnelIsSilent: () => {},
} satisfies Record<string, (socket: Socket) => void>;

export type WireFault =
	| keyof typeof faults
	| keyof typeof connectionFaults
	| keyof typeof tunnelFaults;

const namesOf = <T extends object>(of: T): Array<keyof T> => Object.keys(of) as Array<keyof T>;

export const WIRE_FAULTS: readonly WireFault[] = [
	...namesOf(faults),
	...namesOf(connectionFaults),
	...namesOf(tunnelFaults),
];

/** Those that last until the node gives up, which is time and no proof. */
export const LASTING: ReadonlySet<WireFault> = new Set<WireFault>([
	'silent',
	'switches',
	'switchesAfter',
	'dripsAfter',
	'noTlsAfter',
	'tunnelIsSilent',
]);

/** Draws the faults of a wire, each for its share of requests. */
export interface WirePlan {
	shares: Partial<Record<WireFault, number>>;
	random: () => number;
}

function drawn<Name extends WireFault>(
	{ shares, random }: WirePlan,
	names: Name[],
): Name | undefined {
	let left = random();
	return names.find((name) => (left -= shares[name] ?? 0) < 0);
}

/** Sends a request on, over a connection that ends with the answer. */
async function deliverTo(port: number, request: string): Promise<Buffer> {
	const upstream = connect(port, '127.0.0.1');
	const closing = request.replace(/\r\nconnection: [^\r]*/i, '');
	upstream.write(closing.replace('\r\n', '\r\nConnection: close\r\n'));
	return await new Promise((resolve) => {
		const answer: Buffer[] = [];
		upstream.on('data', (chunk: Buffer) => answer.push(chunk));
		upstream.on('error', () => {});
		upstream.on('close', () => resolve(Buffer.concat(answer)));
	});
}

/** Starts a wire to a Braze on this machine that breaks by a plan. */
export async function openFaultyWire(
	braze: string,
	plan: WirePlan,
	{ tls = false } = {},
): Promise<RawServer> {
	const port = Number(new URL(braze).port);
	return await openRawServer(
		{
			onConnection: (bare) => {
				const fault = drawn(plan, namesOf(connectionFaults));
				if (fault) connectionFaults[fault](bare);
			},
			onRequest: (socket, bare, request) => {
				const deliver = async (): Promise<Buffer> => await deliverTo(port, request);
				const fault = drawn(plan, namesOf(faults));
				if (fault) {
					void faults[fault]({ socket, bare, deliver }, `${braze}${request.split(' ')[1]}`);
					return;
				}
				void deliver().then((answer) => {
					if (answer.length > 0) socket.end(answer);
					else bare.resetAndDestroy();
				});
			},
		},
		{ tls },
	);
}

/** Starts a proxy that opens tunnels to the ports it has plans for, each as its plan says. */
export async function openFaultyProxy(plans: ReadonlyMap<number, WirePlan>): Promise<RawServer> {
	return await openRawServer({
		onRequest: (socket, _bare, request) => {
			const target = /^CONNECT [^ ]*:(\d+) /.exec(request);
			// what goes through a tunnel is no request to the proxy
			if (!target) return;
			const port = Number(target[1]);
			const plan = plans.get(port);
			const fault = plan ? drawn(plan, namesOf(tunnelFaults)) : 'tunnelForbidden';
			if (fault) {
				tunnelFaults[fault](socket);
				return;
			}
			const upstream = connect(port, '127.0.0.1', () => {
				socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			});
			for (const [from, to] of [
				[socket, upstream],
				[upstream, socket],
			]) {
				from.on('data', (chunk: Buffer) => to.write(chunk));
				from.on('close', () => to.destroy());
				from.on('error', () => {});
			}
		},
	});
}
