/** What becomes of Liquid that arrives inside a value which an expression puts into a text. */
export type LiquidInData = 'refuse' | 'keepAsText' | 'run';

/** What holds for the texts of a whole run. */
export interface TextRules {
	/** `[[ ]]` around a Liquid output becomes `{{ }}`. */
	translateLiquid: boolean;
	liquidInData: LiquidInData;
	/** What becomes of a text into which an expression puts nothing. */
	emptyValues: 'send' | 'refuse';
}

export const defaultRules: TextRules = {
	translateLiquid: true,
	liquidInData: 'refuse',
	emptyValues: 'send',
};
