/** Words of English that turn a meaning round: yes and no, and opposites. Knows words, not SWML. */

const yes: ReadonlySet<string> = new Set(["yes", "y", "yeah", "yep", "on", "true", "t", "ok", "enable", "enabled", "always", "1"]);
const no: ReadonlySet<string> = new Set(["no", "n", "nope", "off", "false", "f", "none", "never", "null", "nil", "nothing", "disable", "disabled", "0"]);
const negations: ReadonlySet<string> = new Set(["no", "not", "dont", "never", "none", "without", "off", "false", "disable", "disabled", "skip"]);

const pairs: readonly (readonly [string, string])[] = [
	["min", "max"],
	["minimum", "maximum"],
	["start", "end"],
	["start", "stop"],
	["begin", "end"],
	["first", "last"],
	["enter", "exit"],
	["enter", "leave"],
	["join", "leave"],
	["in", "out"],
	["inbound", "outbound"],
	["incoming", "outgoing"],
	["before", "after"],
	["pre", "post"],
	["local", "remote"],
	["caller", "callee"],
	["from", "to"],
	["enable", "disable"],
	["open", "close"],
	["success", "failure"],
	["user", "password"],
	["low", "high"],
	["up", "down"],
	["input", "output"],
	["public", "private"],
	["allow", "deny"],
	["show", "hide"],
	["add", "remove"],
];
const opposites: ReadonlySet<string> = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

/** Whether a word is one for yes (true) or no (false). */
export function answerIn(word: string): boolean | undefined {
	const folded = word.trim().toLowerCase();
	return yes.has(folded) ? true : no.has(folded) ? false : undefined;
}

/** Of some values the one that says yes, or no: `do-not-record` says no, and so the only other value says yes. */
export function valueSaying<T extends string | number | boolean>(answer: boolean, values: readonly T[]): T | undefined {
	const exact = values.filter((value) => answerIn(String(value)) === answer);
	if (exact.length > 0) return exact.find((value) => String(value) === String(answer)) ?? exact[0];
	const refusals = values.filter((value) => wordsIn(String(value)).some((word) => negations.has(word)));
	const [refusal] = refusals;
	if (refusal === undefined || refusals.length > 1) return undefined;
	return answer ? (values.length === 2 ? values.find((value) => value !== refusal) : undefined) : refusal;
}

/** Whether two names differ in a word and its opposite, or in a `not`. */
export function opposed(a: string, b: string): boolean {
	const [left, right] = [wordsIn(a), wordsIn(b)];
	if (left.some((word) => negations.has(word)) !== right.some((word) => negations.has(word))) return true;
	return left.some(
		(word) =>
			!right.includes(word) &&
			right.some((other) => !left.includes(other) && (opposites.has(`${word} ${other}`) || other === `un${word}` || word === `un${other}`)),
	);
}

/** A verb without its ending: `joined` and `joining` are `join`. */
export function stemOf(word: string): string {
	return word.length > 4 ? word.replace(/(?<=..)(?:ing|ed|es|s|er)$/, "") : word;
}

/** The words of a name: `record-from-start`, `startOnEnter`. */
function wordsIn(name: string): readonly string[] {
	return name
		.slice(0, 64)
		.replace(/([a-z\d])([A-Z])/g, "$1 $2")
		.toLowerCase()
		.split(/[-_.\s]+/);
}
