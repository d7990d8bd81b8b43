/** The variables that the platform sets in one flavour only, by their first name. */
import type { Flavour } from "../type.ts";

/** `${call.from}` is known in calls, `%{message.body}` in messages. */
export const scopes: ReadonlyMap<string, Flavour> = new Map([
	["call", "calling"],
	["message", "messaging"],
]);
