import { provePlainPath } from './plainPathProperty.cts';

const RUNS = 10;

test('a path read without the engine gives exactly what the engine gives', async () => {
	const { plain, all } = await provePlainPath(RUNS);
	expect(plain / all).toBeGreaterThan(0.1);
});
