/** Whether the brackets of a JSON text add up. Never here: what to do where they do not. */

/** Whether the brackets from `at` on close all that is open, and nothing else. */
export function closesAll(text: string, at: number, open: readonly string[]): boolean {
	const stack = [...open];
	for (const { 0: sign } of text.slice(at).matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
		if (sign === "{" || sign === "[") stack.push(sign === "{" ? "}" : "]");
		else if ((sign === "}" || sign === "]") && stack.pop() !== sign) return false;
	}
	return stack.length === 0;
}
