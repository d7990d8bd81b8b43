/** Addresses of the web and of WebSockets: `url`, `wss-url`, `tap-uri`. */

import { nearest } from "../../base/nearest.ts";
import { quote } from "../../base/quote.ts";
import { type Format, type FormatProblem, isPlaceholder, problem, trimming, unfilled } from "./format.ts";

export const url: Format = {
	looks: "an http or https URL",
	offers: [{ value: "https://", summary: "An address on the web; `user:password@` may stand before the host." }],
	check: trimming(checkUrl),
};

export const wssUrl: Format = {
	looks: "a `wss://` URL",
	offers: [{ value: "wss://", summary: "A WebSocket server, encrypted." }],
	check: trimming(checkWssUrl),
};

export const tapUri: Format = {
	looks: "`rtp://ip:port`, or a `ws://` or `wss://` URL",
	offers: [
		{ value: "rtp://", summary: "An RTP receiver, as `rtp://ip:port`." },
		{ value: "wss://", summary: "A WebSocket server, encrypted." },
		{ value: "ws://", summary: "A WebSocket server, not encrypted." },
	],
	check: trimming(checkTapUri),
};

const wholeUrl = "the full URL, such as `https://example.com/…`";

/** Speaks of an http(s) URL that has no blanks around it. */
export function checkUrl(value: string): FormatProblem | undefined {
	const scheme = schemeOf(value);
	if (scheme && isWeb(scheme)) return checkAuthority(value, scheme, "warning");
	const slip = checkSlip(value, ["https", "http"], "warning");
	if (slip) return slip;
	if (isPlaceholder(value)) return unfilled(value, wholeUrl);
	if (scheme) return problem("warning", `\`${scheme.name}://\` is not supported here; use an \`https://\` URL`, { at: [0, scheme.end] });
	if (isFileName(value)) return problem("warning", `${quote(value)} is a file name; write ${wholeUrl}, where SignalWire can fetch it`);
	if (isHost(value)) return problem("warning", `${quote(value)} has no scheme; write \`https://\` before it`, { fix: withScheme("https", value) });
	if (/^\.{0,2}\//.test(value)) return problem("warning", `${quote(value)} has no host; write ${wholeUrl}`);
	return problem("warning", `${quote(value)} is not an http or https URL; write ${wholeUrl}`);
}

/** Speaks of a `wss://` URL that has no blanks around it. */
export function checkWssUrl(value: string): FormatProblem | undefined {
	const scheme = schemeOf(value);
	if (scheme?.name === "wss") return checkAuthority(value, scheme, "error");
	const at = scheme && ([0, scheme.end] as const);
	const fix = scheme && `wss://${value.slice(scheme.end)}`;
	if (scheme?.name === "ws") return problem("error", `${quote(value)} is not encrypted; SignalWire only streams to \`wss://\` URLs`, { at, fix });
	if (scheme && isWeb(scheme)) {
		return problem("error", `${quote(value)} is a web URL, but SignalWire streams to a WebSocket; use \`wss://\` instead of \`${scheme.name}://\``, {
			at,
			fix,
		});
	}
	if (scheme && ["rtmp", "rtmps"].includes(scheme.name)) {
		return problem("hint", `\`${scheme.name}://\` is not documented here; SignalWire streams to \`wss://\` URLs`, { at });
	}
	const slip = checkSlip(value, ["wss"], "error");
	if (slip) return slip;
	if (isPlaceholder(value)) return unfilled(value, "a `wss://` URL");
	if (scheme) return problem("error", `\`${scheme.name}://\` is not supported here; SignalWire only streams to \`wss://\` URLs`, { at });
	if (isHost(value)) return problem("error", `${quote(value)} has no scheme; write \`wss://\` before it`, { fix: withScheme("wss", value) });
	return problem("error", `${quote(value)} is not a WebSocket URL; write \`wss://\` and the host`);
}

const tapForms = "write `rtp://ip:port`, `ws://…` or `wss://…`";

function checkTapUri(value: string): FormatProblem | undefined {
	const scheme = schemeOf(value);
	if (scheme?.name === "rtp") {
		const found = checkAuthority(value, scheme, "error");
		if (found || /<[^<>]*>/.test(value) || /:[^:\]]+$/.test(authorityOf(value, scheme))) return found;
		return problem("warning", `${quote(value)} has no port; write \`rtp://ip:port\``);
	}
	if (scheme && ["ws", "wss"].includes(scheme.name)) return checkAuthority(value, scheme, "error");
	const at = scheme && ([0, scheme.end] as const);
	if (scheme && isWeb(scheme)) {
		const better = scheme.name === "https" ? "wss" : "ws";
		return problem("error", `${quote(value)} is a web URL, but the audio goes to RTP or a WebSocket; ${tapForms}`, {
			at,
			fix: `${better}://${value.slice(scheme.end)}`,
		});
	}
	const slip = checkSlip(value, ["wss", "ws", "rtp"], "error");
	if (slip) return slip;
	if (isPlaceholder(value)) return unfilled(value, "an `rtp://`, `ws://` or `wss://` address");
	if (scheme) return problem("error", `\`${scheme.name}://\` is not supported here; ${tapForms}`, { at });
	if (/^\d{1,3}(?:\.\d{1,3}){3}:\d+$/.test(value)) return problem("error", `${quote(value)} has no scheme; ${tapForms}`, { fix: `rtp://${value}` });
	if (isHost(value)) return problem("error", `${quote(value)} has no scheme; ${tapForms}`, { fix: withScheme("wss", value) });
	return problem("error", `${quote(value)} is not a URL for audio; ${tapForms}`);
}

/** A scheme with its `://`, at the start of a text. */
interface Scheme {
	readonly name: string;
	readonly end: number;
}

function schemeOf(value: string): Scheme | undefined {
	const found = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value);
	return found?.[1] === undefined ? undefined : { name: found[1].toLowerCase(), end: found[0].length };
}

function isWeb(scheme: Scheme): boolean {
	return scheme.name === "https" || scheme.name === "http";
}

/** Whether the text is a host without a scheme, maybe with a port and a path. */
function isHost(value: string): boolean {
	if (/^(?:sips?|tel|mailto|data|say):/i.test(value)) return false;
	return /^(?:\/\/)?(?:[^\s/@]*@)?(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d{1,5})?(?=[/?#]|$)/i.test(value);
}

/** Whether the text is surely a URL that lost its scheme: a host with a path, or one that begins with `www.`. */
export function lacksScheme(value: string): boolean {
	return isHost(value) && /^(?:www\.|\/\/|[^/?#]+\/)/i.test(value);
}

const extension = /\.(?:mp3|mp4|wav|aiff?|gsm|ulaw|ogg|flac|m4a|pdf|tiff?|json|ya?ml|swml|xml|html?|php|js|py|png|jpe?g|gif)$/i;

/** Whether the text is the bare name of a file. */
export function isFileName(value: string): boolean {
	return extension.test(value) && !/[\s/?#]/.test(value);
}

/** Whether the text is the path of a file, without scheme and host. */
export function isFilePath(value: string): boolean {
	return extension.test(value) && /^(?:\/(?!\/)|[.~]{1,2}\/|[\w-]+\/)[^\s?#:]*$/.test(value);
}

function withScheme(scheme: string, value: string): string {
	return `${scheme}://${value.replace(/^\/\//, "")}`;
}

/** A scheme that is written, but not well: `https:/`, `http//`, `htps://`, or the whole address in quotes. */
function checkSlip(value: string, schemes: readonly string[], level: "error" | "warning"): FormatProblem | undefined {
	const inner = value.slice(1, -1);
	if (/^["'`<]/.test(value) && /["'`>]$/.test(value) && schemes.includes(schemeOf(inner)?.name ?? "")) {
		return problem(level, `${quote(value)} has quotes or brackets around it; remove them`, { fix: inner });
	}
	const [start = "", name = "", marks = ""] = /^([a-z]+)([:;]?[\\/]{0,3})/i.exec(value) ?? [];
	if (schemes.includes(name.toLowerCase()) && marks !== "" && marks !== "://") {
		const rest = value.slice(start.length).replace(/^[\s\\/]+/, "");
		return problem(level, `\`${start}\` should be \`${name}://\``, {
			at: [0, start.length],
			fix: rest === "" ? undefined : `${name}://${marks.includes("\\") ? rest.replaceAll("\\", "/") : rest}`,
		});
	}
	const scheme = schemeOf(value);
	const meant = scheme && nearest(scheme.name, schemes);
	if (!scheme || !meant) return undefined;
	return problem(level, `unknown scheme \`${scheme.name}://\`; did you mean \`${meant}://\`?`, {
		at: [0, scheme.end],
		fix: `${meant}://${value.slice(scheme.end)}`,
	});
}

/** The host of an address, with user and port. */
function authorityOf(value: string, scheme: Scheme): string {
	const rest = value.slice(scheme.end);
	const end = rest.search(/[/?#\\\s]/);
	return end < 0 ? rest : rest.slice(0, end);
}

/** Speaks of what follows the scheme: host, port, and blanks anywhere. `level` is for an address without a host. */
function checkAuthority(value: string, scheme: Scheme, level: "error" | "warning"): FormatProblem | undefined {
	const authority = authorityOf(value, scheme);
	if (/<[^<>]*>/.test(value) || authority.includes("{")) return undefined;
	const end = scheme.end + authority.length;
	if (/^(?:https?|wss?|rtp):?$/i.test(authority) && value.startsWith("//", end)) {
		const twice = value.slice(0, end + 2);
		return problem("warning", `\`${twice}\` is a repeated scheme; write it once`, { at: [0, scheme.end], fix: value.slice(scheme.end) });
	}
	const blank = /\s+/.exec(value);
	const start = scheme.end + authority.lastIndexOf("@") + 1;
	const [host = "", port] = splitPort(value.slice(start, end));
	if (host === "") {
		const rest = value.slice(end).replace(/^[/\\]+/, "");
		return problem(level, `${quote(value)} has no host; write it after \`${scheme.name}://\``, {
			fix: authority === "" && rest !== "" && !blank ? value.slice(0, scheme.end) + rest : undefined,
		});
	}
	if (/^\.|\.\./.test(host)) {
		if (isPlaceholder(value)) return unfilled(value, "the full URL");
		return problem("warning", `${quote(host)} is not a host name: there is nothing between two dots; write the whole name`, {
			at: [start, start + host.length],
		});
	}
	if (port !== undefined && !isPort(port))
		return problem("warning", `${quote(port)} is not a port; a port is a number from 1 to 65535`, { at: [end - port.length, end] });
	if (!blank) return undefined;
	const at = [blank.index, blank.index + blank[0].length] as const;
	if (blank.index === end || /[^\S ]/.test(value)) return problem("warning", "a URL cannot contain spaces or line breaks; remove them", { at });
	return problem("warning", "a URL cannot contain spaces; write `%20` for a space", { at, fix: value.replaceAll(" ", "%20") });
}

/** Host and port; an IPv6 address in brackets is a host. */
function splitPort(authority: string): readonly [host: string, port?: string] {
	const colon = authority.indexOf(":", authority.startsWith("[") ? authority.indexOf("]") + 1 : 0);
	return colon < 0 ? [authority] : [authority.slice(0, colon), authority.slice(colon + 1)];
}

/** Words in capitals stand for a port still to be filled in; an empty port is the usual one. */
function isPort(port: string): boolean {
	return /^[A-Z_]*$/.test(port) || (/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= 65535);
}
