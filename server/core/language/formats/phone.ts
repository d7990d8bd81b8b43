/** Whom to call and who calls: `e164`, `sms-sender`, `caller-id`, `sip-uri`, `connect-target`. */

import { nearest } from "../../base/nearest.ts";
import { quote } from "../../base/quote.ts";
import { after, type Format, type FormatProblem, isPlaceholder, problem, trimming, unfilled } from "./format.ts";
import { checkWssUrl } from "./url.ts";

export const e164: Format = {
	looks: "a phone number in E.164 format: `+`, country code and number, such as `+15551234567`",
	offers: [{ value: "+1", summary: "A number in the United States or Canada." }],
	check: trimming(checkNumber),
};

export const smsSender: Format = {
	looks: "a phone number in E.164 format, such as `+15551234567`, or a short code",
	check: trimming((value) => (/^\d{3,8}$/.test(value) ? undefined : checkNumber(value))),
};

export const callerId: Format = {
	looks: "a phone number in E.164 format, such as `+15551234567`, or a SIP address",
	check: trimming(checkCallerId),
};

export const sipUri: Format = {
	looks: "a SIP address, such as `sip:user@example.com`",
	offers: [{ value: "sip:", summary: "A SIP address." }],
	check: trimming(checkSip),
};

export const connectTarget: Format = {
	looks: "a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`",
	offers: [
		{ value: "+", summary: "A phone number in E.164 format." },
		{ value: "sip:", summary: "A SIP address." },
		{ value: "/public/", summary: "A resource of your space, by its public address." },
		{ value: "/private/", summary: "A resource of your space, by its private address." },
		{ value: "queue:", summary: "A queue, by its name." },
		{ value: "stream:wss://", summary: "A WebSocket server that receives the audio." },
	],
	check: trimming(checkTarget),
};

const wholeNumber = "the full number with its country code, such as `+15551234567`";

/** Speaks of a phone number that has no blanks around it. */
function checkNumber(value: string): FormatProblem | undefined {
	if (/^\+[1-9]\d{6,14}$/.test(value)) return checkNorthAmerican(value);
	if (isPlaceholder(value)) return unfilled(value, wholeNumber);
	const plain = value.replace(/^tel:/i, "").replace(/[\s().\-/\u2010-\u2015\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "");
	const tidy = plain.replace(/^00(?=[1-9])/, "+");
	if (tidy !== value && /^\+[1-9]\d{6,14}$/.test(tidy)) {
		return checkNorthAmerican(tidy) ?? problem("warning", `${quote(value)} is not in E.164 format; write \`${tidy}\``, { fix: tidy });
	}
	if (/^sips?:/i.test(value)) return problem("warning", `${quote(value)} is a SIP address; write a phone number such as \`+15551234567\``);
	if (/^[2-9]\d{9}$/.test(plain)) {
		return problem("warning", `${quote(value)} has no country code; write \`+\` and the country code before it: \`+1${plain}\` in the United States or Canada`);
	}
	if (/^(?:1\d{10}|[2-9]\d{10}|[1-9]\d{11,14})$/.test(plain)) {
		return checkNorthAmerican(`+${plain}`) ?? problem("warning", `${quote(value)} is not in E.164 format; write \`+${plain}\``, { fix: `+${plain}` });
	}
	if (/^\d{3,8}$/.test(plain)) return problem("hint", `${quote(value)} is not in E.164 format; write ${wholeNumber}`);
	if (/^\+?\d{16,}$/.test(plain)) return problem("warning", `${quote(value)} is too long for a phone number, which has at most 15 digits`);
	return problem("warning", `${quote(value)} is not a phone number; write ${wholeNumber}`);
}

/** Numbers that begin with `+1` have exactly ten more digits. Numbers of films and examples (555) may be of any length. */
function checkNorthAmerican(value: string): FormatProblem | undefined {
	const digits = value.length - 2;
	if (!value.startsWith("+1") || digits === 10) return undefined;
	const level = value.startsWith("+1555") ? "hint" : "warning";
	return problem(level, `${quote(value)} has ${digits} digits after \`+1\`; numbers in the United States and Canada have ten`);
}

/** A variable as other systems write it: `%number%`, `$number`. */
const foreignVariable = /^(?:%([a-z_][\w.]*)%|\$([a-z_][\w.]*))$/i;

/** Whatever is sent as caller ID may work: never more than a hint, but for a variable that nobody fills in. */
function checkCallerId(value: string): FormatProblem | undefined {
	const [, inSigns, afterDollar] = foreignVariable.exec(value) ?? [];
	const variable = inSigns ?? afterDollar;
	if (variable)
		return problem("warning", `${quote(value)} is sent literally; for the variable write \`\${${variable.slice(0, 40)}}\``, { fix: `\${${variable}}` });
	const digits = /^\+?[\d\s().-]+$/.test(value);
	const found = /^sips?:/i.test(value) ? checkSip(value) : digits && !/^\d{1,8}$/.test(value) ? checkNumber(value) : undefined;
	return found && { ...found, level: "hint" };
}

/** A SIP address without its scheme. */
const userAtHost = /^[^\s:/<>@]+@[^\s:;/<>@]+(?::\d{1,5})?(?:;\S*)?$/;

const wholeSip = "a SIP address, such as `sip:user@example.com`";

/** Speaks of a SIP address that has no blanks around it. */
function checkSip(value: string): FormatProblem | undefined {
	const open = value.indexOf("<");
	if (open >= 0 && value.endsWith(">") && /^<sips?:/i.test(value.slice(open, open + 6))) {
		return problem("warning", `${quote(value)} has a name or brackets around the address; write only the address`, { fix: value.slice(open + 1, -1) });
	}
	const scheme = /^sips?:/i.exec(value)?.[0];
	if (scheme === undefined) return checkNoSip(value);
	const rest = value.slice(scheme.length);
	if (rest.startsWith("//")) {
		const bare = rest.replace(/^\/+/, "");
		const at = [scheme.length, value.length - bare.length] as const;
		return problem("error", `a SIP address has no \`//\` after \`${scheme}\`; remove it`, { at, fix: bare === "" ? undefined : scheme + bare });
	}
	if (/<[^<>]*>/.test(rest)) return undefined;
	const blank = /\s+/.exec(rest);
	if (blank) {
		const at = scheme.length + blank.index;
		return problem("error", `${quote(value)} contains a space, which a SIP address cannot`, { at: [at, at + blank[0].length] });
	}
	const host = rest.slice(rest.lastIndexOf("@") + 1).replace(/[;?:].*$/s, "");
	if (host === "") return problem("error", `${quote(value)} has no host; write ${wholeSip}`);
	if (rest.startsWith("@")) return problem("warning", `${quote(value)} has no user before the \`@\`; write ${wholeSip}`);
	return undefined;
}

function checkNoSip(value: string): FormatProblem {
	if (userAtHost.test(value)) return problem("error", `${quote(value)} has no scheme; write \`sip:\` before it`, { fix: `sip:${value}` });
	if (isPlaceholder(value)) return unfilled(value, wholeSip);
	const number = /^(?:tel:)?(\+?\d+)$/i.exec(value)?.[1];
	if (number)
		return problem("error", `${quote(value)} is a phone number; write the SIP address that reaches it, such as \`sip:${number.slice(0, 20)}@example.com\``);
	return problem("error", `${quote(value)} is not a SIP address; write ${wholeSip}`);
}

const targets = "a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`";

/** What follows the colon. `call:` is named only in passing by SignalWire's reference. */
const contents: ReadonlyMap<string, string> = new Map([
	["queue", "the name of the queue"],
	["call", "the ID of the call"],
	["stream", "a `wss://` URL"],
]);

function checkTarget(value: string): FormatProblem | undefined {
	if (/^sips?:/i.test(value)) return checkSip(value);
	if (value.startsWith("/")) return checkResource(value);
	if (/^wss?:\/\//i.test(value))
		return problem("error", `${quote(value)} is not a destination by itself; write \`stream:\` before it`, { fix: `stream:${value}` });
	if (/^https?:\/\//i.test(value)) return problem("error", `${quote(value)} is a web URL and cannot be called; write ${targets}`);
	const colon = value.indexOf(":");
	const kind = colon < 0 ? "" : value.slice(0, colon).toLowerCase();
	const rest = value.slice(colon + 1);
	if (kind === "stream" && rest.trim() !== "") return after(colon + 1, value, trimming(checkWssUrl)(rest));
	const content = contents.get(kind);
	if (content) return rest.trim() === "" ? problem("error", `${quote(value)} is incomplete; write ${content} after the colon`) : undefined;
	if (/^\+|^tel:|^[\d\s().-]+$/i.test(value)) return checkNumber(value);
	if (isPlaceholder(value)) return unfilled(value, targets);
	if (/^[a-z]+$/.test(kind)) {
		const meant = nearest(kind, ["sip", "queue", "stream"]);
		if (meant) return problem("warning", `unknown destination type \`${kind}:\`; did you mean \`${meant}:\`?`, { at: [0, colon + 1], fix: `${meant}:${rest}` });
		return problem("warning", `unknown destination type \`${kind}:\`; write ${targets}`, { at: [0, colon + 1] });
	}
	if (userAtHost.test(value)) return problem("warning", `${quote(value)} has no scheme; write \`sip:\` before it`, { fix: `sip:${value}` });
	if (/^(?:public|private)\/[^\s/]/.test(value))
		return problem("warning", `a resource address begins with \`/\`; write \`/${value.slice(0, 60)}\``, { fix: `/${value}` });
	return problem("warning", `${quote(value)} is not a destination; write ${targets}`);
}

/** The address of a resource: `/context/name`, maybe with `?channel=…`. */
function checkResource(value: string): FormatProblem | undefined {
	const [path = ""] = value.split("?", 1);
	if (/^\/[^/]+\/./.test(path) || isPlaceholder(value)) return undefined;
	return problem("warning", `${quote(value)} is not the address of a resource; write its context and its name, such as \`/public/support\``);
}
