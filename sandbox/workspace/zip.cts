import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;

function numbers(...fields: Array<[bytes: 2 | 4, value: number]>): Buffer {
	return Buffer.concat(
		fields.map(([bytes, value]) => {
			const part = Buffer.alloc(bytes);
			part.writeUIntLE(value, 0, bytes);
			return part;
		}),
	);
}

/** A zip archive of one file, which is not compressed. */
export function zipOf(name: string, text: string): Buffer {
	const content = Buffer.from(text);
	const title = Buffer.from(name);
	const about = numbers(
		[2, VERSION],
		[2, 0],
		[2, 0],
		[4, 0],
		[4, crc32(content)],
		[4, content.length],
		[4, content.length],
		[2, title.length],
		[2, 0],
	);
	const local = Buffer.concat([numbers([4, LOCAL]), about, title, content]);
	const central = Buffer.concat([
		numbers([4, CENTRAL], [2, VERSION]),
		about,
		numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, 0]),
		title,
	]);
	const end = numbers(
		[4, END],
		[2, 0],
		[2, 0],
		[2, 1],
		[2, 1],
		[4, central.length],
		[4, local.length],
		[2, 0],
	);
	return Buffer.concat([local, central, end]);
}
