import type { Delivery, RecordedRequest, ScheduledSend } from '../sandbox/sandbox.cts';

/** What the sandbox of the tests has recorded. */
export class SandboxView {
	constructor(readonly url: string) {}

	async requests(): Promise<RecordedRequest[]> {
		return await this.get('requests');
	}

	/** The requests that send, schedule or create: not those of pickers and credential tests. */
	async posts(): Promise<Array<{ path: string; body: unknown }>> {
		const requests = await this.requests();
		return requests
			.filter(({ method }) => method === 'POST')
			.map(({ path, body }) => ({ path, body }));
	}

	async deliveries(): Promise<Delivery[]> {
		return await this.get('deliveries');
	}

	async schedules(): Promise<ScheduledSend[]> {
		return await this.get('schedules');
	}

	async reset(): Promise<void> {
		await fetch(`${this.url}/sandbox/reset`, { method: 'POST' });
	}

	private async get<T>(view: string): Promise<T> {
		return (await (await fetch(`${this.url}/sandbox/${view}`)).json()) as T;
	}
}
