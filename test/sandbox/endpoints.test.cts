import { readdirSync } from 'node:fs';
import path from 'node:path';

import { endpoints } from '../../sandbox/endpoints/index.cts';
import type { Endpoint } from '../../sandbox/endpoints/endpoint.cts';
import { Router } from '../../sandbox/router.cts';

const folder = path.resolve(__dirname, '../../sandbox/endpoints');

test('every file of an endpoint is in the list', () => {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	expect(files.filter((file) => /^[^/]+\/.+\.cts$/.test(file))).toHaveLength(endpoints.length);
});

test('a method and a path belong to one endpoint', () => {
	const names = endpoints.map(({ method, path: at }) => `${method} ${at}`);
	expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

test('a schema of a path is about its placeholders', () => {
	for (const { path: at, params } of endpoints) {
		const placeholders = [...at.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
		const named = Object.keys(params?.properties ?? {});
		expect(placeholders).toEqual(expect.arrayContaining(named));
	}
});

describe('a path', () => {
	const at = (method: Endpoint['method'], template: string): Endpoint => ({
		...endpoints[0],
		method,
		path: template,
	});
	const router = new Router([
		at('GET', '/centers/{id}'),
		at('GET', '/centers/list'),
		at('POST', '/centers/named'),
		at('GET', '/centers/{id}/url/{user}'),
		at('GET', '/translations/'),
		at('DELETE', '/a/{b}/c'),
		at('DELETE', '/a/b/{c}'),
	]);
	const found = (method: string, sent: string) => {
		const route = router.find(method, sent);
		return route && route !== 'malformed' ? [route.endpoint.path, route.params] : route;
	};

	test.each<[string, string, unknown]>([
		['GET', '/centers/7', ['/centers/{id}', { id: '7' }]],
		['GET', '/centers/list', ['/centers/list', {}]],
		['GET', '/centers/named', ['/centers/{id}', { id: 'named' }]],
		['POST', '/centers/named', ['/centers/named', {}]],
		['POST', '/centers/7', undefined],
		['GET', '/centers/', undefined],
		['GET', '/centers', undefined],
		['GET', '/Centers/7', undefined],
		['GET', '/centers/7/url', undefined],
		[
			'GET',
			'/centers/a%2Fb/url/%C3%A9%20%2B',
			['/centers/{id}/url/{user}', { id: 'a/b', user: 'é +' }],
		],
		['GET', '/centers/%E0%A4', 'malformed'],
		['GET', '/translations/', ['/translations/', {}]],
		['GET', '/translations', undefined],
		['DELETE', '/a/b/c', ['/a/b/{c}', { c: 'c' }]],
		['DELETE', '/a/x/c', ['/a/{b}/c', { b: 'x' }]],
	])('%s %s', (method, sent, expected) => {
		expect(found(method, sent)).toEqual(expected);
	});
});
