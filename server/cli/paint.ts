/** Colours of the terminal, or none. */

export type Colour = "red" | "yellow" | "blue" | "cyan" | "green" | "bold" | "dim";

/** Colours a text, or leaves it alone. */
export type Paint = (colour: Colour, text: string) => string;

const codes: { readonly [colour in Colour]: readonly [on: number, off: number] } = {
	red: [31, 39],
	yellow: [33, 39],
	blue: [34, 39],
	cyan: [36, 39],
	green: [32, 39],
	bold: [1, 22],
	dim: [2, 22],
};

export const plain: Paint = (_, text) => text;

export const coloured: Paint = (colour, text) => `\u001b[${codes[colour][0]}m${text}\u001b[${codes[colour][1]}m`;

/** Whether to colour: what was asked for, else FORCE_COLOR, NO_COLOR, and whether it is a terminal. */
export function wantsColour(asked: boolean | undefined, env: { readonly [name: string]: string | undefined }, isTTY: boolean): boolean {
	if (asked !== undefined) return asked;
	if (env.FORCE_COLOR) return !["0", "false"].includes(env.FORCE_COLOR);
	if (env.NO_COLOR) return false;
	return isTTY && env.TERM !== "dumb";
}
