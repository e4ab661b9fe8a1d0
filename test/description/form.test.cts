import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { dumpForm } from './dump.cts';
import { choicesOf, properties, showOf } from './properties.cts';

/** The form of each operation as it was last read by a person; `UPDATE_FORM=1 npx jest test/description/form` writes it anew. */
const directory = path.join(__dirname, 'form');
const isUpdate = process.env.UPDATE_FORM === '1';

const states = properties
	.filter(({ name }) => name === 'operation')
	.flatMap((choice) =>
		((showOf(choice).resource ?? []) as string[]).flatMap((resource) =>
			choicesOf(choice).map(({ value }) => ({ resource, operation: String(value) })),
		),
	);

test.each(
	states.map((state): [string, (typeof states)[number]] => [Object.values(state).join('.'), state]),
)('the form of %s is the one that was read', (name, state) => {
	const file = path.join(directory, `${name}.txt`);
	const form = dumpForm(properties, state);
	if (isUpdate) {
		mkdirSync(directory, { recursive: true });
		writeFileSync(file, form);
	}
	expect(existsSync(file)).toBe(true);
	expect(form).toBe(readFileSync(file, 'utf8'));
});
