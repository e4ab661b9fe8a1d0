import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** How long a program may take to end itself before it is ended, in milliseconds. */
const PATIENCE_MS = 15_000;

// Windows has no process groups; there a program ends alone.
const grouped = process.platform !== 'win32';

/** Programs that were started and not ended yet. */
const started = new Set<ChildProcess>();
// the last resort, where this process ends without ending them in order
process.once('exit', () => started.forEach(killGroup));

export const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
	exitCode === null && signalCode === null;

/**
 * Starts a program in a process group of its own: a Ctrl-C in the terminal reaches only the program that
 * calls this, which then ends the other and everything that one started, in order.
 */
export function startProgram(command: string, args: string[], options: SpawnOptions): ChildProcess {
	const child = spawn(command, args, { ...options, detached: grouped });
	started.add(child);
	return child;
}

/**
 * Asks a program to end, insists after a while, and ends what it left behind.
 *
 * @param signal what asks it
 */
export async function endProgram(
	child: ChildProcess,
	signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
	if (isRunning(child) && child.pid !== undefined) {
		const ended = once(child, 'exit');
		child.kill(signal);
		const timer = setTimeout(() => killGroup(child), PATIENCE_MS);
		await ended;
		clearTimeout(timer);
	}
	killGroup(child);
	started.delete(child);
}

function killGroup({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		process.kill(grouped ? -pid : pid, 'SIGKILL');
	} catch (error) {
		// none of the group is left, which is what this is for
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

/**
 * Runs a task that a Ctrl-C, a hang-up or a request to end interrupts by its signal. The task ends in its own
 * order then; what it throws is printed and makes the exit code 1, unless it is the reason of the signal.
 *
 * @param codeIfInterrupted exit code of a task that was interrupted
 */
export async function runUntilSignal(
	task: (signal: AbortSignal) => Promise<void>,
	codeIfInterrupted = 0,
): Promise<void> {
	const ending = new AbortController();
	// npm passes on the Ctrl-C that the terminal sends as well, so a second one says nothing new
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => {
			if (!ending.signal.aborted) console.log('\nEnding …');
			process.exitCode = codeIfInterrupted;
			ending.abort();
		});
	}
	try {
		await task(ending.signal);
	} catch (error) {
		if (error === ending.signal.reason) return;
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

/** Never ends well: throws the reason of the signal once it comes, to be raced with what it interrupts. */
export async function interruption(signal: AbortSignal): Promise<never> {
	signal.throwIfAborted();
	await once(signal, 'abort');
	throw signal.reason;
}

/** A long run whose output is of little use while all is well. */
export interface Progress {
	logFile: string;
	/** What happens, and how long that usually takes. */
	text: string;
}

const TOLD_EVERY_MS = 30_000;

/** Tells what happens now and again; gives what ends that. */
function tell({ text }: Progress): () => void {
	const start = Date.now();
	console.log(`${text} …`);
	const timer = setInterval(() => {
		const seconds = Math.round((Date.now() - start) / 1000);
		const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		console.log(`  ${time} minutes so far`);
	}, TOLD_EVERY_MS);
	return () => clearInterval(timer);
}

export interface RunOptions {
	cwd: string;
	/** Whether its output stays hidden unless it fails; otherwise it goes to the terminal. */
	quiet?: boolean;
	/** Where its output goes instead, and what is told of it meanwhile. */
	progress?: Progress;
	/** Ends the program. */
	signal?: AbortSignal;
}

/**
 * Runs npm and waits for its end.
 *
 * @throws Error with npm's output where it fails, or with the end of it where it went to a log; or the reason of the signal where that ended it
 */
export async function runNpm(
	args: string[],
	{ cwd, quiet = false, progress, signal }: RunOptions,
): Promise<void> {
	signal?.throwIfAborted();
	const [command, ...first] = npm();
	const child = startProgram(command, [...first, ...args], {
		cwd,
		stdio: quiet || progress ? ['ignore', 'pipe', 'pipe'] : 'inherit',
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			if (progress) appendFileSync(progress.logFile, chunk);
		});
	}
	const untell = progress && tell(progress);
	let ending: Promise<void> | undefined;
	const end = (): void => void (ending ??= endProgram(child));
	signal?.addEventListener('abort', end, { once: true });
	try {
		const [code] = (await once(child, 'close')) as [number | null];
		await ending;
		signal?.throwIfAborted();
		if (code !== 0) {
			const said = progress ? `${endOf(output)}\nAll of it: ${progress.logFile}` : output;
			throw new Error(`npm ${args.join(' ')} ended with ${code}\n${said}`.trim());
		}
	} finally {
		untell?.();
		signal?.removeEventListener('abort', end);
		started.delete(child);
	}
}

const SHOWN_LINES = 15;

const endOf = (output: string): string =>
	output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');

/** The npm that runs this script, through Node.js itself: a `.cmd` file cannot be started without a shell. */
function npm(): string[] {
	const script = process.env.npm_execpath ?? '';
	return path.basename(script) === 'npm-cli.js' ? [process.execPath, script] : ['npm'];
}
