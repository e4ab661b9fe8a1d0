/** The planned requests of one message and round that still take users, found by how many they take. */
export class OpenRequests {
	/** None is empty. A list, since most messages have one request open, and a run may have very many messages. */
	private readonly rooms: Room[] = [];

	/** @returns the earliest request that takes so many users; undefined where there is none */
	find(users: number): number | undefined {
		let earliest: number | undefined;
		for (const { left, positions } of this.rooms) {
			if (left >= users && !(positions[0] > (earliest ?? Infinity))) [earliest] = positions;
		}
		return earliest;
	}

	/**
	 * @param before users that the request took so far; 0 where it was not open
	 * @param left users that it takes from now on; 0 closes it
	 */
	move(position: number, before: number, left: number): void {
		const room = this.rooms.find((each) => each.left === before);
		const isAlone = room?.positions.length === 1 && room.positions[0] === position;
		if (isAlone && left > 0 && !this.rooms.some((each) => each.left === left)) {
			room.left = left;
			return;
		}
		if (before > 0) this.remove(position, before);
		if (left > 0) this.add(position, left);
	}

	private add(position: number, left: number): void {
		const room = this.rooms.find((each) => each.left === left);
		if (room) room.positions.splice(firstAbove(room.positions, position), 0, position);
		else this.rooms.push({ left, positions: [position] });
	}

	private remove(position: number, left: number): void {
		const index = this.rooms.findIndex((each) => each.left === left);
		const { positions } = this.rooms[index];
		if (positions.length > 1) positions.splice(firstAbove(positions, position - 1), 1);
		else this.rooms.splice(index, 1);
	}
}

/** The open requests that take as many users. */
interface Room {
	/** Users that each of them still takes. */
	left: number;
	/** In the plan, ascending. */
	positions: number[];
}

/** @returns the index of the first entry of an ascending list that is greater than `bound` */
function firstAbove(ascending: number[], bound: number): number {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ascending[middle] > bound) high = middle;
		else low = middle + 1;
	}
	return low;
}
