/** How often methods are written: the order in which they are offered. What is not listed follows by name. */
import type { Method } from "./type.ts";

const byUse: readonly string[] = [
	"answer",
	"play",
	"prompt",
	"reply",
	"connect",
	"switch",
	"cond",
	"hangup",
	"ai",
	"record",
	"join_conference",
	"request",
	"set",
	"execute",
	"transfer",
	"goto",
	"label",
	"return",
	"send_sms",
	"record_call",
	"sleep",
];

const places: ReadonlyMap<string, number> = new Map(byUse.map((name, index) => [name, index]));

/** The methods, most used first. */
export function mostUsedFirst(methods: readonly Method[]): readonly Method[] {
	const place = ({ name }: Method) => places.get(name) ?? byUse.length;
	return [...methods].sort((a, b) => place(a) - place(b));
}
