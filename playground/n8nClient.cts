import type { ExportedWorkflow } from '../engine/engine.cts';

/** Who owns the local n8n. */
export const owner = {
	email: 'owner@playground.example',
	firstName: 'Playground',
	lastName: 'Owner',
	password: 'Playground-1',
};

interface Created {
	id: string;
	name: string;
}

/** Talks to the REST API of n8n's own editor. */
export class N8nClient {
	private cookie = '';

	constructor(readonly url: string) {}

	/** The session of the owner as the browser keeps it. */
	get session(): string {
		return this.cookie;
	}

	/** Creates the owner where there is none, and logs in. */
	async signIn(): Promise<void> {
		const set = await this.send('POST', '/rest/owner/setup', owner);
		if (set.ok) return;
		const login = await this.send('POST', '/rest/login', {
			emailOrLdapLoginId: owner.email,
			email: owner.email,
			password: owner.password,
		});
		if (!login.ok) throw new Error(`n8n refused the login of ${owner.email} (${login.status})`);
	}

	async createCredential(
		name: string,
		type: string,
		data: Record<string, unknown>,
	): Promise<Created> {
		return await this.call<Created>('POST', '/rest/credentials', { name, type, data });
	}

	async credentials(): Promise<Array<Created & { type: string }>> {
		return await this.call('GET', '/rest/credentials');
	}

	async workflows(): Promise<Created[]> {
		return await this.call('GET', '/rest/workflows');
	}

	async createWorkflow(workflow: ExportedWorkflow): Promise<Created> {
		return await this.call<Created>('POST', '/rest/workflows', { settings: {}, ...workflow });
	}

	/** @throws Error with n8n's own words where it refuses */
	async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await this.send(method, path, body);
		const text = await response.text();
		if (!response.ok)
			throw new Error(`n8n refused ${method} ${path} (${response.status}): ${text}`);
		return (JSON.parse(text) as { data: T }).data;
	}

	private async send(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				'browser-id': 'playground',
				cookie: this.cookie,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
		if (cookies.length > 0) this.cookie = cookies.join('; ');
		return response;
	}
}
