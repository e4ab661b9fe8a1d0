/** The planned requests of one message and round that still take users, found by how many they take. */
export class OpenRequests {
	/** Positions in the plan, ascending; at each index those of the requests that still take so many users. */
	private readonly byRoom: number[][] = [];

	/** @returns the earliest request that takes so many users; undefined where there is none */
	find(users: number): number | undefined {
		let earliest: number | undefined;
		for (let room = users; room < this.byRoom.length; room++) {
			const position = this.byRoom[room].at(0);
			if (position !== undefined && !(position > (earliest ?? Infinity))) earliest = position;
		}
		return earliest;
	}

	add(position: number, room: number): void {
		while (this.byRoom.length <= room) this.byRoom.push([]);
		const positions = this.byRoom[room];
		positions.splice(firstAbove(positions, position), 0, position);
	}

	remove(position: number, room: number): void {
		const positions = this.byRoom[room];
		positions.splice(firstAbove(positions, position - 1), 1);
	}
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
