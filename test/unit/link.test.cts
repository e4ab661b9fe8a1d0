import { nextCursorOf } from '../../nodes/Braze/pipeline/send/link.ts';

const cursorIn = (Link: string): string | undefined => nextCursorOf({ Link });

test.each([
	'</items?cursor=abc>; rel="next"',
	'<https://elsewhere.example/items?cursor=abc>; rel="next"',
	'</items?cursor=old>; rel="prev",</items?cursor=abc>; rel="next"',
	'</items?cursor=abc>; rel="next", </items?cursor=z>; rel="last"',
	'</items?cursor=abc&fields=a,b>; rel="next"',
	'</items?fields=a,b&cursor=abc>; rel="next"',
	'</items?cursor=abc>; title="a, b"; rel="next"',
	'</items?cursor=abc>; rel="last next"',
	"</items?cursor=abc>; rel='next'",
	'</items?cursor=abc>;rel=next',
	'</items?cursor=abc> ; rel = "next"',
	'</items?CURSOR=abc>; REL="NEXT"',
	'</items?limit=5&amp;cursor=abc>; rel="next"',
	'</items?cursor=abc#top>; rel="next"',
	'</items?cursor=%61bc>; rel="next"',
])('reads the cursor of %s', (link) => {
	expect(cursorIn(link)).toBe('abc');
});

test('leaves a cursor in base64 as it is', () => {
	expect(cursorIn('</items?cursor=a+b/c==>; rel="next"')).toBe('a+b/c==');
	expect(cursorIn('</items?cursor=a%2Bb%2Fc%3D%3D>; rel="next"')).toBe('a+b/c==');
});

test.each([
	'</items?page=2>; rel="next"',
	'</items?cursor=>; rel="next"',
	'/items?cursor=abc; rel="next"',
	'</items?cursor=old>; rel="prev", </items>; rel="next"',
])('tells of a next page whose cursor cannot be read: %s', (link) => {
	expect(cursorIn(link)).toBe('');
});

test.each([
	'</items?cursor=old>; rel="prev"',
	'</style.css>; rel=preload; as=style',
	'</items?cursor=abc>; rel="nextish"',
	'',
])('finds no next page in %j', (link) => {
	expect(cursorIn(link)).toBeUndefined();
	expect(nextCursorOf({})).toBeUndefined();
});

test('takes no time for a header without an end', () => {
	const start = Date.now();
	for (const part of ['<a>;b', '<a>;rel="next";', ';rel=next<', ' ; ']) {
		cursorIn(`</a>; rel=next ${part.repeat(4000)}`);
	}
	expect(Date.now() - start).toBeLessThan(3000);
});
