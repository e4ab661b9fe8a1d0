/** Objects of one kind, found by their id and kept in the order they were made. */
export class Collection<Item extends object> {
	private readonly byId: Map<unknown, Item>;

	/** Takes copies of `seeded`, so that what happens to them does not reach the seed. */
	constructor(
		seeded: readonly Item[],
		private readonly idOf: (item: Item) => string,
	) {
		this.byId = new Map(structuredClone(seeded).map((item) => [idOf(item), item]));
	}

	all(): Item[] {
		return [...this.byId.values()];
	}

	/** The object with this id; undefined where there is none, or where `id` is no id at all. */
	find(id: unknown): Item | undefined {
		return this.byId.get(id);
	}

	add(item: Item): void {
		this.byId.set(this.idOf(item), item);
	}

	/** Whether there was something to remove. */
	remove(id: string): boolean {
		return this.byId.delete(id);
	}
}
