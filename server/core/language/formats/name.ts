/** Names with rules of their own: `header-name`, `name`, `request-header-name`, `room-name`, `stream-codec`, `timezone`. */

import { nearest } from "../../base/nearest.ts";
import { quote } from "../../base/quote.ts";
import { plainTimeZones, timeZoneAbbreviations, timeZoneAreas, timeZones } from "../vocabulary/time_zones.ts";
import { type Format, type FormatProblem, isPlaceholder, problem, trimming, unfilled } from "./format.ts";

export const headerName: Format = {
	looks: "the name of a SIP header of your own, such as `X-Account`",
	offers: [{ value: "X-", summary: "A header of your own." }],
	check: trimming(checkHeader),
};

export const requestHeaderName: Format = {
	looks: "`Accept`, `Authorization`, `Content-Type`, `Range`, or a name that begins with `X-`",
	offers: [
		{ value: "Accept", summary: "What the answer may be, such as `application/json`." },
		{ value: "Authorization", summary: "Who is asking, such as `Bearer` and a token." },
		{ value: "Content-Type", summary: "What the body is, such as `application/json`." },
		{ value: "Range", summary: "Which part of the answer is wanted." },
		{ value: "X-", summary: "A header of your own." },
	],
	check: trimming(checkRequestHeader),
};

/** A name that is compared letter by letter, and may hold any: only what stands around it is never part of it. */
export const name: Format = {
	looks: "a string",
	holdsText: true,
	check: trimming(() => undefined),
};

export const roomName: Format = {
	looks: "a name of letters, digits, `-` and `_`",
	check: trimming(checkRoom),
};

export const streamCodec: Format = {
	looks: "a codec, maybe with a rate and a packet time, such as `PCMU` or `L16@24000h@40i`",
	offers: [
		{ value: "PCMU", summary: "G.711 µ-law, 8 kHz." },
		{ value: "PCMA", summary: "G.711 A-law, 8 kHz." },
		{ value: "G722", summary: "G.722 wideband." },
		{ value: "L16", summary: "Uncompressed 16 bit." },
		{ value: "L16@24000h@40i", summary: "Uncompressed 16 bit, 24 kHz, in packets of 40 ms." },
	],
	check: trimming(checkCodec),
};

export const timezone: Format = {
	looks: "a time zone as area and city, such as `America/New_York`",
	offers: timeZones,
	check: trimming(checkZone),
};

/** Characters of a header's name, by the HTTP and SIP grammars. */
const wrongInHeader = /[^-\w!#$%&'*+.^`|~\\]/u;

function checkHeader(value: string): FormatProblem | undefined {
	const wrong = checkHeaderText(value);
	if (wrong) return wrong;
	if (/^x-/i.test(value)) return undefined;
	return problem("hint", `${quote(value)} does not begin with \`X-\`, as headers of your own do; write \`X-${value.slice(0, 60)}\``, { fix: `X-${value}` });
}

const sentHeaders = ["Accept", "Authorization", "Content-Type", "Range"];

function checkRequestHeader(value: string): FormatProblem | undefined {
	const lower = value.toLowerCase();
	if (sentHeaders.some((name) => name.toLowerCase() === lower)) return undefined;
	const wrong = checkHeaderText(value);
	if (wrong) return wrong;
	if (/^x-./i.test(value)) return undefined;
	const meant = nearest(value, sentHeaders);
	if (meant) return problem("warning", `the header ${quote(value)} is not sent; did you mean \`${meant}\`?`, { fix: meant });
	return problem(
		"warning",
		`the header ${quote(value)} is not sent; only \`Accept\`, \`Authorization\`, \`Content-Type\`, \`Range\` and names that begin with \`X-\` are`,
	);
}

/** Speaks of characters that no header's name can have. */
function checkHeaderText(value: string): FormatProblem | undefined {
	if (value.length > 256) return problem("warning", "the name of a header has at most 256 characters; write a shorter one");
	const wrong = wrongInHeader.exec(value);
	if (!wrong) return undefined;
	const bare = value.replace(/(?<!\s)\s*(?<!:):+$/, "");
	const dashed = bare.replace(/ /g, "-");
	const at = [wrong.index, wrong.index + wrong[0].length] as const;
	return problem("warning", `a header name cannot contain ${/\s/.test(wrong[0]) ? "spaces" : quote(wrong[0])}; remove it`, {
		at,
		fix: dashed !== "" && !wrongInHeader.test(dashed) ? dashed : undefined,
	});
}

function checkRoom(value: string): FormatProblem | undefined {
	const wrong = /[^\w-]+/.exec(value);
	if (!wrong) return undefined;
	if (isPlaceholder(value)) return unfilled(value, "the name of the room");
	const dashed = value.replace(/[\s./:]+/g, "-");
	return problem("warning", `a room name can only contain letters, digits, \`-\` and \`_\`, not ${/^\s/.test(wrong[0]) ? "a space" : quote(wrong[0])}`, {
		at: [wrong.index, wrong.index + wrong[0].length],
		fix: /^[\w-]+$/.test(dashed) && /\w/.test(dashed) ? dashed : undefined,
	});
}

const codecs = ["PCMU", "PCMA", "G722", "L16", "OPUS"];

/** Codecs are free text for some methods: never more than a hint, unless a rate or packet time is malformed. */
function checkCodec(value: string): FormatProblem | undefined {
	const [codec = "", ...settings] = value.split("@");
	const rest = value.slice(codec.length);
	if (codec === "") return problem("warning", `${quote(value)} has no codec; write one before the \`@\`, such as \`PCMU\``);
	if (!codecs.includes(codec)) {
		const meant = nearest(codec, codecs);
		const at = [0, codec.length] as const;
		if (meant) return problem("hint", `unknown codec ${quote(codec)}; did you mean \`${meant}\`?`, { at, fix: meant + rest });
		return problem("hint", `${quote(codec)} is not a documented codec for streams; use \`PCMU\`, \`PCMA\`, \`G722\` or \`L16\``, { at });
	}
	const wrong = settings.find((setting) => !/^\d{1,9}[hibc]$/.test(setting));
	if (wrong === undefined) return undefined;
	const start = value.indexOf(`@${wrong}`, codec.length);
	return problem("warning", `${quote(`@${wrong}`)} is neither a rate nor a packet time; write them as \`@24000h\` and \`@40i\``, {
		at: [start, start + 1 + wrong.length],
		fix: /^\d{4,5}$/.test(wrong) ? `${value.slice(0, start)}@${wrong}h${value.slice(start + 1 + wrong.length)}` : undefined,
	});
}

/** Only the shape and the capitals: which cities there are, the server knows. */
function checkZone(value: string): FormatProblem | undefined {
	const form = "write a zone as area and city, such as `America/New_York`";
	const known = [...timeZones.map((zone) => `${zone.value}`), ...plainTimeZones];
	if (known.includes(value)) return undefined;
	if (value.length > 64) return problem("hint", `${quote(value)} does not look like a time zone; ${form}`);
	const tidy = value
		.split(/[\\/]/)
		.map((part) => part.trim())
		.join("/")
		.replace(/\s+/g, "_");
	const meant = known.find((zone) => squeezed(zone) === squeezed(value));
	if (meant) return problem(/[\s\\]/.test(value) ? "warning" : "hint", `unknown time zone ${quote(value)}; did you mean \`${meant}\`?`, { fix: meant });
	if (isPlaceholder(value)) return unfilled(value, "a time zone, such as `America/New_York`");
	const abbreviated = timeZoneAbbreviations.get(value.toUpperCase());
	if (abbreviated) return problem("hint", `${quote(value)} is an abbreviation, not a time zone; write \`${abbreviated}\``, { fix: abbreviated });
	if (/^(?:utc|gmt)?[+-]\d/i.test(value)) return problem("hint", `${quote(value)} is an offset, not a time zone; ${form}`);
	const [area = ""] = tidy.split("/", 1);
	if (area === tidy || !/^[\w+-]+(?:\/[\w+-]+){1,3}$/.test(tidy)) return problem("hint", `${quote(value)} does not look like a time zone; ${form}`);
	if (tidy !== value) return problem("warning", `${quote(value)} is not the name of a time zone; write \`${tidy}\``, { fix: tidy });
	if (timeZoneAreas.includes(area)) return undefined;
	const near = nearest(area, timeZoneAreas);
	return problem("hint", `unknown time zone area ${quote(area)}; ${near ? `did you mean \`${near}\`?` : form}`, {
		at: [0, area.length],
		fix: near && near + tidy.slice(area.length),
	});
}

/** A zone without what people write differently: capitals, blanks, slashes. */
function squeezed(zone: string): string {
	return zone.toLowerCase().replace(/[\s_/\\]/g, "");
}
