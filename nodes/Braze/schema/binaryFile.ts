/**
 * A file of an input item that stands in a request. Its content is read when the request leaves, so that a run over many
 * files holds only those under way; until then it shows what it is.
 */
export class BinaryFile {
	constructor(
		readonly itemIndex: number,
		/** Name of the binary property of the item. */
		readonly property: string,
		/** How a dry run shows it. */
		private readonly title: string,
	) {}

	toJSON(): string {
		return `(${this.title}, base64)`;
	}
}
