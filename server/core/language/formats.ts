/** The value formats that descriptions refer to by name (`TextType.format`). Each lives in a file of `formats/`. */
import { amount, decimalSeconds, duration, vad } from "./formats/amount.ts";
import { dest } from "./formats/dest.ts";
import { dtmf, sendDigits } from "./formats/digits.ts";
import { type Format, filledIn, literal, settled, unquoted } from "./formats/format.ts";
import { headerName, name, requestHeaderName, roomName, streamCodec, timezone } from "./formats/name.ts";
import { callerId, connectTarget, e164, sipUri, smsSender } from "./formats/phone.ts";
import { playItem } from "./formats/play_item.ts";
import { regex } from "./formats/regex.ts";
import { language, voice } from "./formats/speech.ts";
import { tapUri, url, wssUrl } from "./formats/url.ts";

export type { Format, FormatProblem } from "./formats/format.ts";

/** The formats by name. Each fix passes the check it comes from; text with `{{…}}`, `{%`, `<%` or `@{…}` is left alone. */
export const formats: { readonly [name: string]: Format } = settle({
	amount,
	"caller-id": callerId,
	"connect-target": connectTarget,
	"decimal-seconds": decimalSeconds,
	dest,
	dtmf,
	duration,
	e164,
	"header-name": headerName,
	language,
	name,
	"play-item": playItem,
	regex,
	"request-header-name": requestHeaderName,
	"room-name": roomName,
	"send-digits": sendDigits,
	"sip-uri": sipUri,
	"sms-sender": smsSender,
	"stream-codec": streamCodec,
	"tap-uri": tapUri,
	timezone,
	url,
	vad,
	voice,
	"wss-url": wssUrl,
});

function settle(all: { readonly [name: string]: Format }): { readonly [name: string]: Format } {
	return Object.fromEntries(
		Object.entries(all).map(([name, format]) => [name, { ...format, check: literal(filledIn(settled(unquoted(format.check)), format.looks)) }]),
	);
}

/** A value of each format to start from. */
export const samples: { readonly [name: string]: string } = {
	url: "https://example.com",
	"wss-url": "wss://example.com",
	"tap-uri": "wss://example.com",
	"sip-uri": "sip:user@example.com",
	e164: "+15551234567",
	"caller-id": "+15551234567",
	"sms-sender": "+15551234567",
	"connect-target": "+15551234567",
	"play-item": "say:Hello",
	dest: "main",
	dtmf: "#",
	"send-digits": "1",
	language: "en-US",
	voice: "amazon.Joanna",
	duration: "5m",
	"stream-codec": "PCMU",
	"header-name": "X-Name",
	"request-header-name": "X-Name",
	regex: ".*",
	timezone: "America/New_York",
	vad: "50",
	name: "support",
	"room-name": "my-room",
	amount: "1.00",
	"decimal-seconds": "1",
};
