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

/** A saved credential with the content that it is to have. */
export interface Credential extends Created {
	type: string;
	data: Record<string, unknown>;
}

/** What a credential test came to. */
export interface TestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** A type of node or credential as n8n lists it to its editor. */
export interface LoadedType {
	name: string;
	displayName: string;
}

/** How a run of a workflow stands. */
export interface Execution {
	status: string;
	/** The run itself, in the form of the package flatted. */
	data: string;
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

	async updateCredential({ id, ...content }: Credential): Promise<Created> {
		return await this.call<Created>('PATCH', `/rest/credentials/${id}`, content);
	}

	/** Tests the content that is given, which need not be the one saved. */
	async testCredential(credentials: Credential): Promise<TestResult> {
		return await this.call<TestResult>('POST', '/rest/credentials/test', { credentials });
	}

	async credentials(): Promise<Array<Created & { type: string }>> {
		return await this.call('GET', '/rest/credentials');
	}

	async workflows(): Promise<Created[]> {
		return await this.call('GET', '/rest/workflows');
	}

	async createWorkflow(workflow: ExportedWorkflow): Promise<Created> {
		return await this.call<Created>('POST', '/rest/workflows', {
			settings: {},
			active: false,
			...workflow,
		});
	}

	/** Has a saved workflow listen for what starts it. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.call<{ versionId: string }>('GET', `/rest/workflows/${id}`);
		const response = await this.send('POST', `/rest/workflows/${id}/activate`, { versionId });
		if (response.ok) return;
		// n8n 1 has no such call; there it is a state of the workflow
		if (response.status === 404) {
			await this.call('PATCH', `/rest/workflows/${id}`, { active: true, versionId });
			return;
		}
		throw new Error(`n8n refused to activate ${id} (${response.status}): ${await response.text()}`);
	}

	/** Runs a saved workflow as *Execute Workflow* does. */
	async run(workflowId: string, trigger: string): Promise<{ executionId: string }> {
		// n8n 1 runs what the editor sends along, n8n 2 what is saved
		const workflowData = await this.call('GET', `/rest/workflows/${workflowId}`);
		return await this.call('POST', `/rest/workflows/${workflowId}/run`, {
			workflowData,
			triggerToStartFrom: { name: trigger },
		});
	}

	async execution(id: string): Promise<Execution> {
		return await this.call<Execution>('GET', `/rest/executions/${id}`);
	}

	/** @returns every type that n8n has loaded, those of community packages included */
	async types(kind: 'nodes' | 'credentials'): Promise<LoadedType[]> {
		return await this.read<LoadedType[]>('GET', `/types/${kind}.json`);
	}

	/** @throws Error with n8n's own words where it refuses */
	async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		return (await this.read<{ data: T }>(method, path, body)).data;
	}

	private async read<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await this.send(method, path, body);
		const text = await response.text();
		if (!response.ok)
			throw new Error(`n8n refused ${method} ${path} (${response.status}): ${text}`);
		return JSON.parse(text) as T;
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
