import { newId } from './ids.cts';

/** Between the answer to an export and its file. */
export const EXPORT_MS = 2000;

/** An export of users into a file. */
export interface UserExport {
	/** The object_prefix of the answer. */
	prefix: string;
	/** Left out for the Global Control Group. */
	segmentId?: string;
	/** Sandbox time in epoch milliseconds from which on the file is there. */
	readyAt: number;
	/** One user a line. */
	lines: string;
	state: 'running' | 'done' | 'cancelled';
	callback?: { url: string; body: Record<string, unknown>; outcome?: string };
}

/** Every export since the start. */
export class UserExports {
	readonly all: UserExport[] = [];

	start(now: number, more: Pick<UserExport, 'segmentId' | 'lines'>): UserExport {
		const prefix = `${newId()}-${Math.floor(now / 1000)}`;
		const started: UserExport = { prefix, readyAt: now + EXPORT_MS, state: 'running', ...more };
		this.all.push(started);
		return started;
	}

	running(segmentId: string): UserExport[] {
		return this.all.filter((one) => one.state === 'running' && one.segmentId === segmentId);
	}

	find(prefix: string): UserExport | undefined {
		return this.all.find((one) => one.prefix === prefix);
	}
}
