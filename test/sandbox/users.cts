import { openSandbox, type Client } from './support.cts';

export type Body = Record<string, unknown>;

/** A sandbox with the users of the seed. */
export const bench = {} as { client: Client };

/** Opens it for the tests of a file, and closes it behind them. */
export function openUsers(): void {
	beforeAll(async () => {
		bench.client = await openSandbox();
	});
	beforeEach(() => bench.client.sandbox.reset());
	afterAll(() => bench.client.sandbox.close());
}

export const TIME = '2026-01-16T09:00:00Z';

export const track = (body: unknown) => bench.client.post('/users/track', body);

/** Writes attributes of one user of the seed. */
export const write = (attributes: Body) =>
	track({ attributes: [{ external_id: 'user-001', ...attributes }] });

export const profile = async (id = 'user-001') =>
	(await bench.client.get(`/sandbox/users/${id}`)).body.user as Body & {
		custom_attributes: Body;
		events: Body[];
		purchases: Body[];
	};
