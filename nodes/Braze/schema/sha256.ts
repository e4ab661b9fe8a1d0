/** SHA-256 (FIPS 180-4) of a text in UTF-8, since n8n lets no node of the community load Node's own. */

const primes = (count: number): number[] => {
	const found: number[] = [];
	for (let candidate = 2; found.length < count; candidate++) {
		if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
	}
	return found;
};

/** The first 32 bits of the fraction of a number. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;

const FIRST_STATE = primes(8).map((prime) => fraction(Math.sqrt(prime)));
const ROUND_CONSTANTS = primes(64).map((prime) => fraction(Math.cbrt(prime)));
const BLOCK_BYTES = 64;

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The bytes with the padding that ends in their number of bits. */
function padded(text: string): Buffer {
	const bytes = Buffer.from(text);
	const blocks = Math.ceil((bytes.length + 9) / BLOCK_BYTES);
	const all = Buffer.alloc(blocks * BLOCK_BYTES);
	bytes.copy(all);
	all[bytes.length] = 0x80;
	all.writeUInt32BE(Math.floor((bytes.length * 8) / 2 ** 32), all.length - 8);
	all.writeUInt32BE((bytes.length * 8) >>> 0, all.length - 4);
	return all;
}

function scheduleOf(block: Buffer): number[] {
	const words = Array.from({ length: 16 }, (_, index) => block.readInt32BE(index * 4));
	for (let index = 16; index < 64; index++) {
		const early = words[index - 15];
		const late = words[index - 2];
		const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
		const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
		words.push((words[index - 16] + small + words[index - 7] + large) | 0);
	}
	return words;
}

function compress(state: number[], block: Buffer): number[] {
	const words = scheduleOf(block);
	let [a, b, c, d, e, f, g, h] = state;
	for (let round = 0; round < 64; round++) {
		const first =
			(h +
				(rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
				((e & f) ^ (~e & g)) +
				ROUND_CONSTANTS[round] +
				words[round]) |
			0;
		const second =
			((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		[a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
	}
	return [a, b, c, d, e, f, g, h].map((word, index) => (word + state[index]) | 0);
}

/** @returns 64 hex digits */
export function sha256(text: string): string {
	const bytes = padded(text);
	let state = FIRST_STATE;
	for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
		state = compress(state, bytes.subarray(start, start + BLOCK_BYTES));
	}
	return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
