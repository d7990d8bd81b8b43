/** The shapes in which SWML branches: the body of `switch`, the entries of `cond`, and `result`, which is either. */
import { anyMap, anything, list, map, mapOf, meaning, oneOf, optional, required, steps, text, type Unnamed, union } from "../build.ts";
import type { MapType, Misplaced, StepsType, Type } from "../type.ts";

/** `default` stands beside the cases; among them it is one more value that nothing is equal to. */
export const outsideCases: readonly Misplaced[] = [{ key: "default", to: "../default" }];

/** A list of steps, or the object that may stand for one. */
export function stepsOrBlock(list: StepsType): readonly [StepsType, MapType] {
	const block = map(
		{
			code: required(union(list, anyMap), "What to run.", {
				note: "What stands in it is documented nowhere: the newest SDKs call it an object, older ones anything, SignalWire's editor of 2023 a list of steps.",
				disputed: "The newest SDKs call it an object, older ones anything, SignalWire's editor of 2023 a list of steps.",
			}),
			meta: optional(anything, "Data of your own."),
		},
		{ name: "block", tier: "engine" },
	);
	return [list, block];
}

/** Steps, or a block, of any methods. */
export const anySteps: Type = union(...stepsOrBlock(steps()));

const messagingCases = mapOf(steps(), { name: "case", restValuesOf: "variable", misplaced: outsideCases });
const callingCases = mapOf(anySteps, { name: "case", restValuesOf: "variable", misplaced: outsideCases });

/** What differs between the bodies of `switch` in calls, in messages and in `result`. */
interface SwitchFacts {
	/** How the value is changed before it is compared. */
	readonly transform?: Unnamed;
	/** What happens without `default` when no case matches. */
	readonly unmatched?: string;
	/** In messages, blocks stand for no steps. */
	readonly messaging?: true;
}

/** An object that picks steps by the value of a variable. `variable` is the param that names it, required or with a default. */
export function switchBody(variable: Unnamed, name = "switch", facts: SwitchFacts = {}): MapType {
	return map(
		{
			variable,
			...(facts.transform && { transform: facts.transform }),
			case: required(facts.messaging ? messagingCases : callingCases, "The steps to run for each value of the variable. Values are compared as strings.", {
				aka: ["cases"],
				...(name === "switch" && !facts.messaging ? { unneeded: true as const } : {}),
			}),
			default: optional(facts.messaging ? steps() : anySteps, "The steps to run when no case matches.", {
				aka: ["else", "otherwise"],
				...(facts.unmatched && { note: facts.unmatched }),
			}),
		},
		{ name, strays: "case" },
	);
}

/** How messages change a value before they compare it; also in the `switch` of `reply`. */
export const transform = optional(
	oneOf({
		lowercase: meaning("To lower case.", "lower", "downcase", "toLowerCase", "to_lower"),
		uppercase: meaning("To upper case.", "upper", "upcase", "toUpperCase", "to_upper"),
		trim: meaning("Without blanks at either end.", "strip"),
		lowercase_trim: meaning("To lower case, without blanks at either end.", "lower_trim", "trim_lower", "trim_lowercase"),
		uppercase_trim: meaning("To upper case, without blanks at either end.", "upper_trim", "trim_upper", "trim_uppercase"),
	}),
	"How the value is changed before it is compared with the cases.",
	{ defaultNote: "compare it as it is" },
);

/** A condition in JavaScript. */
export const jsCondition = text({ expression: "js", notBlank: true });

/** One entry of `cond`: a condition with its steps, or the final `else`. */
const condition = map(
	{
		when: required(jsCondition, "A JavaScript condition, written without `${}`. The first entry whose condition is true runs.", {
			example: "call.type == 'phone'",
			aka: ["if", "condition", "elseif", "else_if", "elsif", "elif"],
			note: "All variables are at hand by their names. Around the condition, `${}` is unreliable.",
		}),
		then: required(steps(), "The steps to run when the condition is true.", { aka: ["do", "steps"] }),
		else: optional(steps(), "The steps to run when the condition is false.", { aka: ["otherwise"] }),
	},
	{ name: "condition" },
);

const otherwise = map(
	{
		else: required(steps(), "The steps to run when no condition before it was true. Belongs at the end of the list.", { aka: ["default", "otherwise"] }),
	},
	{ name: "else entry" },
);

/** A list of conditions with their steps. */
export const condBody = list(union(condition, otherwise));

/** What to do with the outcome of a method: an object switches on a variable, a list tests conditions. */
export function resultOf(variable: Unnamed): Type {
	return union(switchBody(variable, "result"), condBody);
}
