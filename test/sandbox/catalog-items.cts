import { NOW, openSandbox, type Answer, type Client } from './support.cts';

export type Item = Record<string, unknown>;

/** A sandbox with the catalogs of the seed. */
export const bench = {} as { client: Client };

/** Opens it for the tests of a file, and closes it behind them. */
export function openCatalogs(): void {
	beforeAll(async () => {
		bench.client = await openSandbox();
	});
	beforeEach(() => {
		bench.client.sandbox.reset();
		bench.client.sandbox.clock.set(NOW);
	});
	afterAll(() => bench.client.sandbox.close());
}

export const RESTAURANTS = '/catalogs/restaurants/items';

/** An item of the restaurants. */
export async function item(id: string): Promise<Item> {
	const { status, body } = await bench.client.get(`${RESTAURANTS}/${id}`);
	expect([status, body.message]).toEqual([200, 'success']);
	return (body.items as Item[])[0];
}

/** The ids of all restaurants. */
export async function ids(): Promise<unknown[]> {
	return ((await bench.client.get(RESTAURANTS)).body.items as Item[]).map(({ id }) => id);
}

export function faults({ body }: Answer): Array<{ id: string; parameter_values: unknown[] }> {
	return body.errors as Array<{ id: string; parameter_values: unknown[] }>;
}

export const queued = { status: 202, body: { message: 'success' } };
