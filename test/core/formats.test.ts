/** The named value formats: what each finds right, and the whole of what it says where something is wrong. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats, samples } from "../../server/core/language/formats.ts";

/** Values that are right, and for each wrong one: the value with the wrong part between « and », what is said, and the fix. */
interface Cases {
	readonly good: readonly string[];
	readonly bad: readonly (readonly [marked: string, says: string, fix?: string])[];
}

const cases: { readonly [format: string]: Cases } = {
	amount: {
		good: ["0", "20.45", "100"],
		bad: [
			["$20.45", "warning: `$20.45` is not a decimal amount; write `20.45`", "20.45"],
			["20,45", "warning: `20,45` is not a decimal amount; write `20.45`", "20.45"],
			["1,000.00", "warning: `1,000.00` is not a decimal amount; write `1000.00`", "1000.00"],
			["20 USD", "warning: `20 USD` is not a decimal amount; write `20`", "20"],
			["-5", "warning: `-5` is negative; write digits and a decimal point, such as `20.45`"],
			[".50", "warning: `.50` is not a decimal amount; write `0.50`", "0.50"],
			["20.", "warning: `20.` is not a decimal amount; write `20`", "20"],
			["free", "warning: `free` is not a decimal amount; write digits and a decimal point, such as `20.45`"],
			["€ 5", "warning: `€ 5` is not a decimal amount; write `5`", "5"],
		],
	},
	"caller-id": {
		good: ["+15551234567", "sip:chris@example.com", "anonymous", "1001", "+1XXXXXXXXXX", "+1A-Number-From-Your-Space-here", "Support"],
		bad: [
			["15551234567", "hint: `15551234567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			["(555) 123-4567", "hint: `(555) 123-4567` has no country code; write `+` and the country code before it: `+15551234567` in the United States or Canada"],
			["sip:", "hint: `sip:` has no host; write a SIP address, such as `sip:user@example.com`"],
		],
	},
	"connect-target": {
		good: [
			"+15551234567",
			"sip:alice@example.com",
			"/public/test_room",
			"/private/alice?channel=video",
			"queue:support",
			"stream:wss://example.com/audio",
			"call:1234",
		],
		bad: [
			["15551234567", "warning: `15551234567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			["5551234567", "warning: `5551234567` has no country code; write `+` and the country code before it: `+15551234567` in the United States or Canada"],
			["tel:+15551234567", "warning: `tel:+15551234567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			["911", "hint: `911` is not in E.164 format; write the full number with its country code, such as `+15551234567`"],
			["wss://example.com", "error: `wss://example.com` is not a destination by itself; write `stream:` before it", "stream:wss://example.com"],
			["ws://example.com", "error: `ws://example.com` is not a destination by itself; write `stream:` before it", "stream:wss://example.com"],
			["stream:«ws://»example.com", "error: `ws://example.com` is not encrypted; SignalWire only streams to `wss://` URLs", "stream:wss://example.com"],
			["stream:«example.com/audio»", "error: `example.com/audio` has no scheme; write `wss://` before it", "stream:wss://example.com/audio"],
			["stream:", "error: `stream:` is incomplete; write a `wss://` URL after the colon"],
			["queue:", "error: `queue:` is incomplete; write the name of the queue after the colon"],
			["«queue:» ", "error: `queue:` is incomplete; write the name of the queue after the colon"],
			[
				"https://example.com",
				"error: `https://example.com` is a web URL and cannot be called; write a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`",
			],
			["alice@example.com", "warning: `alice@example.com` has no scheme; write `sip:` before it", "sip:alice@example.com"],
			["public/test_room", "warning: a resource address begins with `/`; write `/public/test_room`", "/public/test_room"],
			["/public", "warning: `/public` is not the address of a resource; write its context and its name, such as `/public/support`"],
			["/public/", "warning: `/public/` is not the address of a resource; write its context and its name, such as `/public/support`"],
			["«queues:»support", "warning: unknown destination type `queues:`; did you mean `queue:`?", "queue:support"],
			[
				"«agent:»7",
				"warning: unknown destination type `agent:`; write a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`",
			],
			[
				"support",
				"warning: `support` is not a destination; write a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`",
			],
			[
				"your-number-here",
				"hint: `your-number-here` is a placeholder; write a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`",
			],
			["sip:", "error: `sip:` has no host; write a SIP address, such as `sip:user@example.com`"],
			["+1 555 123 4567", "warning: `+1 555 123 4567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			[
				"«constructor:»x",
				"warning: unknown destination type `constructor:`; write a phone number (`+15551234567`), `sip:user@host`, a resource (`/public/name`), `queue:name` or `stream:wss://…`",
			],
		],
	},
	"decimal-seconds": {
		good: ["2", "0.5"],
		bad: [
			["5s", "warning: `5s` is not a number of seconds; write `5`", "5"],
			["500ms", "warning: `500ms` is not a number of seconds; write `0.5`", "0.5"],
			["2 seconds", "warning: `2 seconds` is not a number of seconds; write `2`", "2"],
			[".5", "warning: `.5` is not a number of seconds; write one such as `2` or `0.5`"],
			["soon", "warning: `soon` is not a number of seconds; write one such as `2` or `0.5`"],
			["-1", "warning: `-1` is not a number of seconds; write one such as `2` or `0.5`"],
		],
	},
	dest: {
		good: [
			"sales",
			"main",
			"https://example.com/next",
			'{"sections": {}}',
			'\n{"version":"1.0.0"}\n',
			"relay:app",
			"https://<NGROK UUID>.ngrok-free.app",
			"sales/next",
			"my.section",
			"$sales",
			"say hello",
		],
		bad: [
			["example.com/next.json", "warning: `example.com/next.json` has no scheme; write `https://` before it", "https://example.com/next.json"],
			["www.example.com", "warning: `www.example.com` has no scheme; write `https://` before it", "https://www.example.com"],
			["«https:/»example.com", "warning: `https:/` should be `https://`", "https://example.com"],
			["«http//»example.com/x", "warning: `http//` should be `http://`", "http://example.com/x"],
			["«ftp://»example.com/x", "warning: `ftp://` is not supported here; use an `https://` URL"],
			["sales« »", "warning: `sales` has spaces or line breaks around it; remove them", "sales"],
			[
				"sip:alice@example.com",
				"warning: `sip:alice@example.com` is a SIP address, not a place in a script; use `connect` to call it, or write the name of a section or an `https://` address that answers with SWML",
			],
			[
				"+15551234567",
				"warning: `+15551234567` is a phone number, not a place in a script; use `connect` to call it, or write the name of a section or an `https://` address that answers with SWML",
			],
			["«htps://»example.com/x", "warning: unknown scheme `htps://`; did you mean `https://`?", "https://example.com/x"],
		],
	},
	dtmf: {
		good: ["#", "*#5", "0123456789ABCD"],
		bad: [
			["#«,»*", "error: `,` is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`", "#*"],
			["#« »*", "error: a space is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`", "#*"],
			["pound", "error: `pound` is not a phone key; write `#`", "#"],
			["star", "error: `star` is not a phone key; write `*`", "*"],
			["«a»", "hint: the keys `A`–`D` must be uppercase, not `a`", "A"],
			["#«W»", "error: `W` is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`"],
			["«n»one", "error: `n` is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`"],
			["1«-»2", "error: `-` is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`"],
		],
	},
	duration: {
		good: ["1h", "1h2m3s", "90s", "1h3s"],
		bad: [
			["90", "warning: `90` has no unit; write `90s`, `90m` or `90h`"],
			["1h 30m", "warning: `1h 30m` is not a duration; write `1h30m`", "1h30m"],
			["30 minutes", "warning: `30 minutes` is not a duration; write `30m`", "30m"],
			["1H30M", "warning: `1H30M` is not a duration; write `1h30m`", "1h30m"],
			["30m1h", "warning: `30m1h` is not a duration; write `1h30m`", "1h30m"],
			["1 hour and 5 min", "warning: `1 hour and 5 min` is not a duration; write `1h5m`", "1h5m"],
			["1:30:00", "warning: `1:30:00` is not a duration; write hours, minutes and seconds, such as `1h30m` or `90s`"],
			["soon", "warning: `soon` is not a duration; write hours, minutes and seconds, such as `1h30m` or `90s`"],
			["1.5h", "warning: `1.5h` is not a duration; write hours, minutes and seconds, such as `1h30m` or `90s`"],
			["1h1h", "warning: `1h1h` is not a duration; write hours, minutes and seconds, such as `1h30m` or `90s`"],
			["« »1h", "warning: `1h` has spaces or line breaks around it; remove them", "1h"],
		],
	},
	e164: {
		good: ["+15551234567", "+442071838750", "+4912345", "+441234567890123"],
		bad: [
			["+1 (555) 123-4567", "warning: `+1 (555) 123-4567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			["+1-555-123-4567", "warning: `+1-555-123-4567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			["tel:+15551234567", "warning: `tel:+15551234567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			["001 555 123 4567", "warning: `001 555 123 4567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			["0044 20 7183 8750", "warning: `0044 20 7183 8750` is not in E.164 format; write `+442071838750`", "+442071838750"],
			["5551234567", "warning: `5551234567` has no country code; write `+` and the country code before it: `+15551234567` in the United States or Canada"],
			[
				"(555) 123-4567",
				"warning: `(555) 123-4567` has no country code; write `+` and the country code before it: `+15551234567` in the United States or Canada",
			],
			["15551234567", "warning: `15551234567` is not in E.164 format; write `+15551234567`", "+15551234567"],
			["447911123456", "warning: `447911123456` is not in E.164 format; write `+447911123456`", "+447911123456"],
			["+155512312345", "hint: `+155512312345` has 11 digits after `+1`; numbers in the United States and Canada have ten"],
			["+120212312345", "warning: `+120212312345` has 11 digits after `+1`; numbers in the United States and Canada have ten"],
			["+1 555 1234", "hint: `+15551234` has 7 digits after `+1`; numbers in the United States and Canada have ten"],
			["+1202", "warning: `+1202` is not a phone number; write the full number with its country code, such as `+15551234567`"],
			["0441234567", "warning: `0441234567` is not a phone number; write the full number with its country code, such as `+15551234567`"],
			["12345", "hint: `12345` is not in E.164 format; write the full number with its country code, such as `+15551234567`"],
			["+1XXXXXXXXXX", "hint: `+1XXXXXXXXXX` is a placeholder; write the full number with its country code, such as `+15551234567`"],
			[
				"+1A-Number-From-Your-Space-here",
				"hint: `+1A-Number-From-Your-Space-here` is a placeholder; write the full number with its country code, such as `+15551234567`",
			],
			["+4412345678901234", "warning: `+4412345678901234` is too long for a phone number, which has at most 15 digits"],
			["1234567890123456", "warning: `1234567890123456` is too long for a phone number, which has at most 15 digits"],
			["sip:a@example.com", "warning: `sip:a@example.com` is a SIP address; write a phone number such as `+15551234567`"],
			["Alice", "warning: `Alice` is not a phone number; write the full number with its country code, such as `+15551234567`"],
			["+0441234567", "warning: `+0441234567` is not a phone number; write the full number with its country code, such as `+15551234567`"],
			["« »+15551234567", "warning: `+15551234567` has spaces or line breaks around it; remove them", "+15551234567"],
			["+", "warning: `+` is not a phone number; write the full number with its country code, such as `+15551234567`"],
		],
	},
	"header-name": {
		good: ["X-Account", "x-FROM_NUMBER", "X-a.b"],
		bad: [
			["Account", "hint: `Account` does not begin with `X-`, as headers of your own do; write `X-Account`", "X-Account"],
			["X-My« »Header", "warning: a header name cannot contain spaces; remove it", "X-My-Header"],
			["X-Name«:»", "warning: a header name cannot contain `:`; remove it", "X-Name"],
			["X-«𝄞»", "warning: a header name cannot contain `𝄞`; remove it"],
			["X-N«ä»me", "warning: a header name cannot contain `ä`; remove it"],
			[
				"X-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
				"warning: the name of a header has at most 256 characters; write a shorter one",
			],
		],
	},
	language: {
		good: ["en", "en-US", "zh-Hant-TW", "es-419", "cmn-TW", "multi", "default", "auto", "en-GB-oxendict", "yue-Hant-HK", "fil-PH", "eng"],
		bad: [
			["en_us", "warning: `en_us` is not a language tag; write `en-US`", "en-US"],
			["en_US", "warning: `en_US` is not a language tag; write `en-US`", "en-US"],
			["en-us", "hint: language tags are written as `en-US`", "en-US"],
			["EN", "hint: language tags are written as `en`", "en"],
			["English", "warning: `English` is a language name; write its tag, such as `en`"],
			["en-UK", "hint: `en-UK` has the wrong country code; did you mean `en-GB`?", "en-GB"],
			["jp", "hint: `jp` has the wrong country code; did you mean `ja`?", "ja"],
			["Multi", "hint: `Multi` must be lowercase: `multi`", "multi"],
			["ZH-hant-tw", "hint: language tags are written as `zh-Hant-TW`", "zh-Hant-TW"],
			["en-US,es-ES", "hint: `en-US,es-ES` has more than one language; write one tag, such as `en-US`"],
			["e", "hint: `e` does not look like a language tag; write one such as `en-US`"],
			["american english", "hint: `american english` does not look like a language tag; write one such as `en-US`"],
			["« »en-US", "warning: `en-US` has spaces or line breaks around it; remove them", "en-US"],
			["<language>", "hint: `<language>` is a placeholder; write a language tag, such as `en-US`"],
		],
	},
	"play-item": {
		good: [
			"https://example.com/a.mp3",
			"http://user:pw@example.com/a.mp3",
			"HTTPS://example.com/a.mp3",
			"say:Hello",
			"say: Hello\nworld\n",
			"say:Call me: maybe",
			"silence:1.0",
			"silence: 3",
			"silence:10",
			"ring:us",
			"ring: us",
			"ring:US",
			"ring:us-old",
			"ring:10:us",
			"ring:20.0:us",
			"ring:bong",
		],
		bad: [
			["“say:hi”", "warning: `“say:hi”` has curly quotes around it; remove them", "say:hi"],
			["say:", "warning: `say:` has no text; write it after the colon"],
			["say:« \n»", "warning: `say:` has no text; write it after the colon"],
			["«Say:»hi", "hint: `Say:` should be `say:`", "say:hi"],
			["«say» hello", "error: missing colon after `say`; write `say:`", "say:hello"],
			["«sya:»hello", "error: unknown prefix `sya:`; did you mean `say:`?", "say:hello"],
			["«tts:»hello", "error: unknown prefix `tts:`; to speak text, write `say:`", "say:hello"],
			[
				"«audio:»https://example.com/a.mp3",
				"error: unknown prefix `audio:`; write the URL of the sound without it, as `https://…`",
				"https://example.com/a.mp3",
			],
			["«audio:»a.mp3", "error: unknown prefix `audio:`; write the URL of the sound without it, as `https://…`"],
			["example.com/a.mp3", "error: `example.com/a.mp3` has no scheme; write `https://` before it", "https://example.com/a.mp3"],
			["a.mp3", "error: `a.mp3` is a file name; write the full URL, such as `https://example.com/a.mp3`"],
			["«ftp://»example.com/a.mp3", "error: `ftp://` is not supported here; use an `https://` URL"],
			["«htps://»example.com/a.mp3", "error: unknown scheme `htps://`; did you mean `https://`?", "https://example.com/a.mp3"],
			["«https:»example.com/a.mp3", "error: `https:` should be `https://`", "https://example.com/a.mp3"],
			["https://", "warning: `https://` has no host; write it after `https://`"],
			["https://example.com/my« »song.mp3", "warning: a URL cannot contain spaces; write `%20` for a space", "https://example.com/my%20song.mp3"],
			["Hello there", "error: `Hello there` cannot be played; to speak it, write `say:` before it", "say:Hello there"],
			["Note: we are closed", "error: `Note: we are closed` cannot be played; to speak it, write `say:` before it", "say:Note: we are closed"],
			["5", "error: `5` does not say what to play; for silence write `silence:5`"],
			["silence:", "warning: `silence:` has no duration; write the seconds after it, such as `silence:2`"],
			["silence:«5s»", "error: `5s` is not a number of seconds; write it as in `silence:2.5`", "silence:5"],
			["silence:«500ms»", "error: `500ms` is not a number of seconds; write it as in `silence:2.5`", "silence:0.5"],
			["silence:«long»", "error: `long` is not a number of seconds; write it as in `silence:2.5`"],
			["«silence» 3", "error: missing colon after `silence`; write `silence:`", "silence:3"],
			["ring:", "error: `ring:` has no country; write `ring:us`, or `ring:10:us` for ten seconds"],
			["ring:«10»", "error: `ring:` has no country; write `ring:us`, or `ring:10:us` for ten seconds"],
			["ring:«us:10»", "error: the seconds come before the country; write `ring:us`, or `ring:10:us` for ten seconds", "ring:10:us"],
			["ring:«gb»", "warning: unknown ring tone `gb`; did you mean `uk`?", "ring:uk"],
			["ring:«usa»", "warning: unknown ring tone `usa`; did you mean `us`?", "ring:us"],
			["ring:«germany»", "warning: unknown ring tone `germany`; did you mean `de`?", "ring:de"],
			["ring:«zz»", "warning: unknown ring tone `zz`; write a country code, such as `us` or `uk`"],
			["ring:«10s»:us", "error: `10s` is not a number of seconds; write `ring:us`, or `ring:10:us` for ten seconds", "ring:10:us"],
			["ring:10:«10»", "warning: unknown ring tone `10`; write a country code, such as `us` or `uk`"],
			["ring:«:us»", "hint: missing seconds before the colon; write `ring:us`, or `ring:10:us` for ten seconds", "ring:us"],
			["ring:«10:»", "error: `ring:` has no country; write `ring:us`, or `ring:10:us` for ten seconds"],
			["ring:«1:2:us»", "error: `1:2:us` has too many parts; write `ring:us`, or `ring:10:us` for ten seconds"],
			["ring:10:«zz»", "warning: unknown ring tone `zz`; write a country code, such as `us` or `uk`"],
			["«ring» us", "error: missing colon after `ring`; write `ring:`", "ring:us"],
			["ring me later", "error: `ring me later` cannot be played; to speak it, write `say:` before it", "say:ring me later"],
			["« »say:hello", "warning: `say:hello` has spaces or line breaks around it; remove them", "say:hello"],
			["ring:us«\n»", "warning: `ring:us` has spaces or line breaks around it; remove them", "ring:us"],
			["<URL of a file>", "hint: `<URL of a file>` is a placeholder; write an `https://` URL, or `say:` and text"],
			["your-audio-url", "hint: `your-audio-url` is a placeholder; write an `https://` URL, or `say:` and text"],
			["...", "hint: `...` is a placeholder; write an `https://` URL, or `say:` and text"],
			["constructor:x", "error: `constructor:x` cannot be played; to speak it, write `say:` before it", "say:constructor:x"],
		],
	},
	regex: {
		good: [
			".*",
			"\\w+",
			"(?i)star\\s*trek",
			"^[A-Z0-9]{8,12}$",
			"^\\d{2}/\\d{2}/\\d{4}$",
			"simple query",
			"[]abc]",
			"[[:alpha:])(]+",
			"\\Q([\\E",
			"(?x) a # (",
			"(?#note)",
			"(?<name>a)",
			"(*UTF8)a",
			"a(|b)",
			"\\(",
			"[\\]]",
			"[^]]",
			"[\\Q]\\E]",
			"a++",
			"/path/to",
			"/^Shipped$/",
			"/trek/i",
			"//",
		],
		bad: [
			["/a«(»/gi", "error: the `(` opens a group that no `)` closes; close it, or write `\\(` for a bracket"],
			["/«*»/", "error: there is nothing before the `*` that it could repeat; write `.*` for any text, or `\\*` for a star"],
			["«(»a", "error: the `(` opens a group that no `)` closes; close it, or write `\\(` for a bracket"],
			["a«)»", "error: the `)` closes a group that no `(` opens; remove it, or write `\\)` for a bracket"],
			["«(»(a)", "error: the `(` opens a group that no `)` closes; close it, or write `\\(` for a bracket"],
			["«[»a", "error: the `[` opens a set that no `]` closes; close it, or write `\\[` for a bracket"],
			["«[»]", "error: the `[` opens a set that no `]` closes; close it, or write `\\[` for a bracket"],
			["a«\\»", "error: a backslash at the end escapes nothing; remove it, or write `\\\\` for a backslash"],
			["«*»", "error: there is nothing before the `*` that it could repeat; write `.*` for any text, or `\\*` for a star", ".*"],
			["«*».mp3", "error: there is nothing before the `*` that it could repeat; write `.*` for any text, or `\\*` for a star"],
			["«+»1", "error: there is nothing before the `+` that it could repeat; write `\\+` for the character itself"],
			["a|«*»b", "error: there is nothing before the `*` that it could repeat; write `.*` for any text, or `\\*` for a star"],
			["«(?#»x", "error: the `(?#` opens a comment that no `)` closes; close it"],
			["(«+»a)", "error: there is nothing before the `+` that it could repeat; write `\\+` for the character itself"],
		],
	},
	"request-header-name": {
		good: ["Accept", "authorization", "Content-Type", "Range", "X-Api-Key"],
		bad: [
			["content_type", "warning: the header `content_type` is not sent; did you mean `Content-Type`?", "Content-Type"],
			["ContentType", "warning: the header `ContentType` is not sent; did you mean `Content-Type`?", "Content-Type"],
			["Authorisation", "warning: the header `Authorisation` is not sent; did you mean `Authorization`?", "Authorization"],
			["Cookie", "warning: the header `Cookie` is not sent; only `Accept`, `Authorization`, `Content-Type`, `Range` and names that begin with `X-` are"],
			[
				"User-Agent",
				"warning: the header `User-Agent` is not sent; only `Accept`, `Authorization`, `Content-Type`, `Range` and names that begin with `X-` are",
			],
			["X-", "warning: the header `X-` is not sent; only `Accept`, `Authorization`, `Content-Type`, `Range` and names that begin with `X-` are"],
			["Content-Type«:»", "warning: a header name cannot contain `:`; remove it", "Content-Type"],
			["X« »My", "warning: a header name cannot contain spaces; remove it", "X-My"],
		],
	},
	name: {
		good: ["support", "front desk", "5"],
		bad: [
			["support«\n»", "warning: `support` has spaces or line breaks around it; remove them", "support"],
			["« »support", "warning: `support` has spaces or line breaks around it; remove them", "support"],
		],
	},
	"room-name": {
		good: ["my_room", "Room-1"],
		bad: [
			["my« »room", "warning: a room name can only contain letters, digits, `-` and `_`, not a space", "my-room"],
			["a«/»b.c", "warning: a room name can only contain letters, digits, `-` and `_`, not `/`", "a-b-c"],
			["Zo«ë»", "warning: a room name can only contain letters, digits, `-` and `_`, not `ë`"],
			["<room>", "hint: `<room>` is a placeholder; write the name of the room"],
			["«???»", "warning: a room name can only contain letters, digits, `-` and `_`, not `???`"],
			["« »room", "warning: `room` has spaces or line breaks around it; remove them", "room"],
		],
	},
	"send-digits": {
		good: ["012345", "1w2W3#", "*9ww12A"],
		bad: [
			["1«,»2", "error: `,` is not a pause; write `w` for half a second or `W` for a second"],
			["1«p»2", "error: `p` is not a pause; write `w` for half a second or `W` for a second"],
			["123«-»4567", "error: `-` is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`", "1234567"],
			["«(»555) 1234", "error: `(` is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`", "5551234"],
			["12« »34", "error: a space is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`", "1234"],
			["«h»ello", "error: `h` is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`"],
			["1«a»", "hint: the keys `A`–`D` must be uppercase, not `a`", "1A"],
			["12«é»", "error: `é` is not a phone key; use `0`–`9`, `*`, `#` or `A`–`D`"],
		],
	},
	"sip-uri": {
		good: [
			"sip:alice@example.com",
			"sips:alice@example.com:5061;transport=tls",
			"SIP:example.com",
			"sip:+15551234567@example.com?X-A=1",
			"sip:alice@[::1]:5060",
			"sip:<user>@example.com",
		],
		bad: [
			["alice@example.com", "error: `alice@example.com` has no scheme; write `sip:` before it", "sip:alice@example.com"],
			[
				"alice@example.com:5060;transport=tcp",
				"error: `alice@example.com:5060;transport=tcp` has no scheme; write `sip:` before it",
				"sip:alice@example.com:5060;transport=tcp",
			],
			["sip:«//»alice@example.com", "error: a SIP address has no `//` after `sip:`; remove it", "sip:alice@example.com"],
			["sip:", "error: `sip:` has no host; write a SIP address, such as `sip:user@example.com`"],
			["sip:alice@", "error: `sip:alice@` has no host; write a SIP address, such as `sip:user@example.com`"],
			["sip:@example.com", "warning: `sip:@example.com` has no user before the `@`; write a SIP address, such as `sip:user@example.com`"],
			["sip:al« »ice@example.com", "error: `sip:al ice@example.com` contains a space, which a SIP address cannot"],
			[
				'"Alice" <sip:alice@example.com>',
				'warning: `"Alice" <sip:alice@example.com>` has a name or brackets around the address; write only the address',
				"sip:alice@example.com",
			],
			["tel:+15551234567", "error: `tel:+15551234567` is a phone number; write the SIP address that reaches it, such as `sip:+15551234567@example.com`"],
			["+15551234567", "error: `+15551234567` is a phone number; write the SIP address that reaches it, such as `sip:+15551234567@example.com`"],
			["alice", "error: `alice` is not a SIP address; write a SIP address, such as `sip:user@example.com`"],
			["https://example.com", "error: `https://example.com` is not a SIP address; write a SIP address, such as `sip:user@example.com`"],
			["<user>", "hint: `<user>` is a placeholder; write a SIP address, such as `sip:user@example.com`"],
			["« »sip:alice@example.com", "warning: `sip:alice@example.com` has spaces or line breaks around it; remove them", "sip:alice@example.com"],
		],
	},
	"sms-sender": {
		good: ["+15551234567", "12345"],
		bad: [
			["5551234567", "warning: `5551234567` has no country code; write `+` and the country code before it: `+15551234567` in the United States or Canada"],
			["Acme", "warning: `Acme` is not a phone number; write the full number with its country code, such as `+15551234567`"],
		],
	},
	"stream-codec": {
		good: ["PCMU", "PCMA@40i", "L16@24000h@40i", "G722", "OPUS"],
		bad: [
			["«pcmu»", "hint: unknown codec `pcmu`; did you mean `PCMU`?", "PCMU"],
			["«PCMX»", "hint: unknown codec `PCMX`; did you mean `PCMU`?", "PCMU"],
			["L16«@24000»", "warning: `@24000` is neither a rate nor a packet time; write them as `@24000h` and `@40i`", "L16@24000h"],
			["L16«@24k»", "warning: `@24k` is neither a rate nor a packet time; write them as `@24000h` and `@40i`"],
			["«opus»", "hint: unknown codec `opus`; did you mean `OPUS`?", "OPUS"],
			["«GSM»", "hint: `GSM` is not a documented codec for streams; use `PCMU`, `PCMA`, `G722` or `L16`"],
			["@40i", "warning: `@40i` has no codec; write one before the `@`, such as `PCMU`"],
			["L16«@»", "warning: `@` is neither a rate nor a packet time; write them as `@24000h` and `@40i`"],
			["PCMU« »", "warning: `PCMU` has spaces or line breaks around it; remove them", "PCMU"],
		],
	},
	"tap-uri": {
		good: ["rtp://10.0.0.1:5000", "ws://example.com/tap", "wss://example.com/tap", "rtp://[::1]:5000", "rtp://<ip>:<port>"],
		bad: [
			["rtp://10.0.0.1", "warning: `rtp://10.0.0.1` has no port; write `rtp://ip:port`"],
			[
				"«https://»example.com/tap",
				"error: `https://example.com/tap` is a web URL, but the audio goes to RTP or a WebSocket; write `rtp://ip:port`, `ws://…` or `wss://…`",
				"wss://example.com/tap",
			],
			[
				"«http://»example.com/tap",
				"error: `http://example.com/tap` is a web URL, but the audio goes to RTP or a WebSocket; write `rtp://ip:port`, `ws://…` or `wss://…`",
				"ws://example.com/tap",
			],
			["«udp://»10.0.0.1:5000", "error: `udp://` is not supported here; write `rtp://ip:port`, `ws://…` or `wss://…`"],
			["10.0.0.1:5000", "error: `10.0.0.1:5000` has no scheme; write `rtp://ip:port`, `ws://…` or `wss://…`", "rtp://10.0.0.1:5000"],
			["example.com/tap", "error: `example.com/tap` has no scheme; write `rtp://ip:port`, `ws://…` or `wss://…`", "wss://example.com/tap"],
			["«rtp:/»10.0.0.1:5000", "error: `rtp:/` should be `rtp://`", "rtp://10.0.0.1:5000"],
			["tap", "error: `tap` is not a URL for audio; write `rtp://ip:port`, `ws://…` or `wss://…`"],
			["rtp://10.0.0.1:«70000»", "warning: `70000` is not a port; a port is a number from 1 to 65535"],
			["your-server", "hint: `your-server` is a placeholder; write an `rtp://`, `ws://` or `wss://` address"],
		],
	},
	timezone: {
		good: ["US/Central", "America/New_York", "UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "EST5EDT", "America/Port_of_Spain"],
		bad: [
			["America/New York", "warning: unknown time zone `America/New York`; did you mean `America/New_York`?", "America/New_York"],
			["america/new_york", "hint: unknown time zone `america/new_york`; did you mean `America/New_York`?", "America/New_York"],
			["US Central", "warning: unknown time zone `US Central`; did you mean `US/Central`?", "US/Central"],
			["us/central", "hint: unknown time zone `us/central`; did you mean `US/Central`?", "US/Central"],
			["PST", "hint: `PST` is an abbreviation, not a time zone; write `US/Pacific`", "US/Pacific"],
			["EDT", "hint: `EDT` is an abbreviation, not a time zone; write `US/Eastern`", "US/Eastern"],
			["CST", "hint: `CST` does not look like a time zone; write a zone as area and city, such as `America/New_York`"],
			["+02:00", "hint: `+02:00` is an offset, not a time zone; write a zone as area and city, such as `America/New_York`"],
			["UTC+2", "hint: `UTC+2` is an offset, not a time zone; write a zone as area and city, such as `America/New_York`"],
			["Central", "hint: `Central` does not look like a time zone; write a zone as area and city, such as `America/New_York`"],
			["«Amercia»/New_York", "hint: unknown time zone area `Amercia`; did you mean `America`?", "America/New_York"],
			["America\\Chicago", "warning: unknown time zone `America\\Chicago`; did you mean `America/Chicago`?", "America/Chicago"],
			["your-timezone", "hint: `your-timezone` is a placeholder; write a time zone, such as `America/New_York`"],
			["«Foo»/Bar", "hint: unknown time zone area `Foo`; write a zone as area and city, such as `America/New_York`"],
		],
	},
	url: {
		good: [
			"https://example.com",
			"http://example.com/x?y=1#z",
			"HTTPS://Example.COM/x",
			"https://user:pass@example.com:8443/hook",
			"https://<NGROK UUID>.ngrok-free.app",
			"https://example/name_bank",
			"https://[::1]:8080/x",
			"https://{host}:{port}/x",
			"https://example.com:PORT/",
			"https://münchen.example/ä",
			"https://icanhazdadjoke.com/search?term={lc:args.type}",
			"https://example.com:/x",
		],
		bad: [
			["example.com/x", "warning: `example.com/x` has no scheme; write `https://` before it", "https://example.com/x"],
			["www.example.com", "warning: `www.example.com` has no scheme; write `https://` before it", "https://www.example.com"],
			["//example.com/x", "warning: `//example.com/x` has no scheme; write `https://` before it", "https://example.com/x"],
			["localhost:8080/hook", "warning: `localhost:8080/hook` has no scheme; write `https://` before it", "https://localhost:8080/hook"],
			["user:pass@example.com/x", "warning: `user:pass@example.com/x` has no scheme; write `https://` before it", "https://user:pass@example.com/x"],
			["«ftp://»example.com/x", "warning: `ftp://` is not supported here; use an `https://` URL"],
			["«file://»/music/x.mp3", "warning: `file://` is not supported here; use an `https://` URL"],
			["«wss://»example.com", "warning: `wss://` is not supported here; use an `https://` URL"],
			["«https:/»example.com", "warning: `https:/` should be `https://`", "https://example.com"],
			["«https//»example.com/x", "warning: `https//` should be `https://`", "https://example.com/x"],
			["«http:»example.com", "warning: `http:` should be `http://`", "http://example.com"],
			["«https:\\\\»example.com\\a", "warning: `https:\\\\` should be `https://`", "https://example.com/a"],
			["https:///example.com/x", "warning: `https:///example.com/x` has no host; write it after `https://`", "https://example.com/x"],
			["https://", "warning: `https://` has no host; write it after `https://`"],
			["http", "warning: `http` is not an http or https URL; write the full URL, such as `https://example.com/…`"],
			["«htps://»example.com/x", "warning: unknown scheme `htps://`; did you mean `https://`?", "https://example.com/x"],
			["«https://»https://example.com/x", "warning: `https://https://` is a repeated scheme; write it once", "https://example.com/x"],
			["« »https://example.com/x", "warning: `https://example.com/x` has spaces or line breaks around it; remove them", "https://example.com/x"],
			["https://example.com/x«\n»", "warning: `https://example.com/x` has spaces or line breaks around it; remove them", "https://example.com/x"],
			["  «example.com/x» ", "warning: `example.com/x` has no scheme; write `https://` before it", "https://example.com/x"],
			["https://example.com/my« »file.mp3", "warning: a URL cannot contain spaces; write `%20` for a space", "https://example.com/my%20file.mp3"],
			["https://exa« »mple.com/", "warning: a URL cannot contain spaces or line breaks; remove them"],
			["https://example.com:«99999»/", "warning: `99999` is not a port; a port is a number from 1 to 65535"],
			["https://example.com:«abc»/", "warning: `abc` is not a port; a port is a number from 1 to 65535"],
			["https://«example..com»/", "warning: `example..com` is not a host name: there is nothing between two dots; write the whole name"],
			["https://...", "hint: `https://...` is a placeholder; write the full URL"],
			["https://example.com/a«\n»b", "warning: a URL cannot contain spaces or line breaks; remove them"],
			["/hooks/status", "warning: `/hooks/status` has no host; write the full URL, such as `https://example.com/…`"],
			["test.mp3", "warning: `test.mp3` is a file name; write the full URL, such as `https://example.com/…`, where SignalWire can fetch it"],
			["your-recording-script-url", "hint: `your-recording-script-url` is a placeholder; write the full URL, such as `https://example.com/…`"],
			["<webhook url>", "hint: `<webhook url>` is a placeholder; write the full URL, such as `https://example.com/…`"],
			["sip:a@example.com", "warning: `sip:a@example.com` is not an http or https URL; write the full URL, such as `https://example.com/…`"],
			['"https://example.com/x"', 'warning: `"https://example.com/x"` has quotes or brackets around it; remove them', "https://example.com/x"],
			["hello", "warning: `hello` is not an http or https URL; write the full URL, such as `https://example.com/…`"],
			["https://@/x", "warning: `https://@/x` has no host; write it after `https://`"],
		],
	},
	vad: {
		good: ["0", "100", "50", "50:16", "50:40"],
		bad: [
			["«101»", "warning: the threshold `101` is out of range; write 0 to 100"],
			["50:«15»", "warning: the frame of `15` ms is out of range; write 16 to 40"],
			["50:«41»", "warning: the frame of `41` ms is out of range; write 16 to 40"],
			["x", "warning: `x` is not a valid VAD setting; write a threshold from 0 to 100 and, after a colon, a frame length from 16 to 40 ms: `50:20`"],
			["50:", "warning: `50:` is not a valid VAD setting; write a threshold from 0 to 100 and, after a colon, a frame length from 16 to 40 ms: `50:20`"],
			["-1", "warning: `-1` is not a valid VAD setting; write a threshold from 0 to 100 and, after a colon, a frame length from 16 to 40 ms: `50:20`"],
			["50« »", "warning: `50` has spaces or line breaks around it; remove them", "50"],
		],
	},
	voice: {
		good: [
			"elevenlabs.rachel",
			"ELEVENLABS.Rachel",
			"gcloud.en-US-Neural2-A",
			"amazon.Joanna:neural:en-US",
			"amazon.Joanna-Neural",
			"minimax.Cantonese_ProfessionalHost (F)",
			"rime.luna:coda",
			"groq-tts.troy:canopylabs/orpheus-v1-english",
			"fish.802e3bc2b27e49c2995d23ef70e6ac89:s2.1-pro",
			"woman",
			"man",
		],
		bad: [
			["«Polly».Salli", "hint: `Polly` is the old name of the engine `amazon`; write `amazon`", "amazon.Salli"],
			["«polly».Joanna-Neural", "hint: `polly` is the old name of the engine `amazon`; write `amazon`", "amazon.Joanna-Neural"],
			["rachel", "hint: `rachel` has no engine; write `elevenlabs.` before it", "elevenlabs.rachel"],
			["en-US-Neural2-F", "hint: `en-US-Neural2-F` has no engine; write `gcloud.` before it", "gcloud.en-US-Neural2-F"],
			["en-US-AvaNeural", "hint: `en-US-AvaNeural` has no engine; write `azure.` before it", "azure.en-US-AvaNeural"],
			["aura-asteria-en", "hint: `aura-asteria-en` has no engine; write `deepgram.` before it", "deepgram.aura-asteria-en"],
			["daniel", "hint: `daniel` has no engine, so the default of your SignalWire space is used; write `engine.voice`, such as `elevenlabs.rachel`"],
			["myvoice", "hint: `myvoice` has no engine, so the default of your SignalWire space is used; write `engine.voice`, such as `elevenlabs.rachel`"],
			["elevenlabs", "warning: `elevenlabs` is an engine; write a voice after it, as `elevenlabs.voice`"],
			["google", "warning: `google` is an engine; write a voice after it, as `gcloud.voice`"],
			["elevenlabs.", "warning: `elevenlabs.` has no voice; write one after the dot"],
			["elevenlabs«:»rachel", "warning: separate the engine and the voice with a dot; write `elevenlabs.`", "elevenlabs.rachel"],
			["«google».en-US-Neural2-A", "warning: unknown engine `google`; did you mean `gcloud`?", "gcloud.en-US-Neural2-A"],
			["«elevnlabs».rachel", "warning: unknown engine `elevnlabs`; did you mean `elevenlabs`?", "elevenlabs.rachel"],
			["«playht».jennifer", "hint: unknown engine `playht`; write `engine.voice`, such as `elevenlabs.rachel`"],
			["grok.eve«:fast»", "hint: voices of `grok` have no models; remove the colon and what follows", "grok.eve"],
			["rime.luna«:»", "hint: there is no model after the colon; remove it or name a model", "rime.luna"],
			[".rachel", "hint: `.rachel` has no engine, so the default of your SignalWire space is used; write `engine.voice`, such as `elevenlabs.rachel`"],
			["<voice>", "hint: `<voice>` is a placeholder; write `engine.voice`, such as `elevenlabs.rachel`"],
			["« »elevenlabs.rachel", "warning: `elevenlabs.rachel` has spaces or line breaks around it; remove them", "elevenlabs.rachel"],
		],
	},
	"wss-url": {
		good: ["wss://example.com/audio", "WSS://example.com:8443", "wss://user:pass@example.com"],
		bad: [
			["«ws://»example.com", "error: `ws://example.com` is not encrypted; SignalWire only streams to `wss://` URLs", "wss://example.com"],
			[
				"«https://»example.com/audio",
				"error: `https://example.com/audio` is a web URL, but SignalWire streams to a WebSocket; use `wss://` instead of `https://`",
				"wss://example.com/audio",
			],
			[
				"«http://»example.com",
				"error: `http://example.com` is a web URL, but SignalWire streams to a WebSocket; use `wss://` instead of `http://`",
				"wss://example.com",
			],
			["«rtmps://»a.rtmps.youtube.com/live2/KEY", "hint: `rtmps://` is not documented here; SignalWire streams to `wss://` URLs"],
			["example.com/audio", "error: `example.com/audio` has no scheme; write `wss://` before it", "wss://example.com/audio"],
			["«wss:/»example.com", "error: `wss:/` should be `wss://`", "wss://example.com"],
			["«wsss://»example.com", "error: unknown scheme `wsss://`; did you mean `wss://`?", "wss://example.com"],
			["«tcp://»example.com:1", "error: `tcp://` is not supported here; SignalWire only streams to `wss://` URLs"],
			["wss://", "error: `wss://` has no host; write it after `wss://`"],
			["wss://example.com/a« »b", "warning: a URL cannot contain spaces; write `%20` for a space", "wss://example.com/a%20b"],
			["your-server", "hint: `your-server` is a placeholder; write a `wss://` URL"],
			["audio", "error: `audio` is not a WebSocket URL; write `wss://` and the host"],
			[" «ws://»example.com", "error: `ws://example.com` is not encrypted; SignalWire only streams to `wss://` URLs", "wss://example.com"],
		],
	},
};

function check(name: string, value: string) {
	const format = formats[name];
	if (!format) throw new Error(`no format ${name}`);
	return format.check(value);
}

/** What a format says of a value, drawn as in the tables. */
function drawn(name: string, value: string): readonly string[] {
	const found = check(name, value);
	if (!found) return [value, "right"];
	const [start, end] = found.at ?? [];
	const marked = start === undefined ? value : `${value.slice(0, start)}«${value.slice(start, end)}»${value.slice(end)}`;
	return [marked, `${found.level}: ${found.message}`, ...(found.fix === undefined ? [] : [found.fix])];
}

describe.each(Object.keys(formats))("%s", (name) => {
	const { good, bad } = cases[name] ?? { good: [], bad: [] };

	test("has cases", () => expect([good.length > 0, bad.length > 0]).toEqual([true, true]));

	test.each(good.map((value) => [value]))("accepts %j", (value) => {
		expect(drawn(name, value)).toEqual([value, "right"]);
	});

	test.each(bad.map((row) => [row[0], row] as const))("speaks of %j", (_, row) => {
		expect(drawn(name, row[0].replace(/[«»]/g, ""))).toEqual(row);
	});

	test("offers only what it accepts; what ends in a mark is a beginning", () => {
		const whole = (formats[name]?.offers ?? []).map(({ value }) => `${value}`).filter((value) => !/[:/.+-]$|^\+1$/.test(value));
		expect(whole.map((value) => drawn(name, value)).filter(([, says]) => says !== "right")).toEqual([]);
	});

	test("leaves text alone that a template engine fills in", () => {
		const templates = ["{{ value }}", "a {% if x %} b", "<%= value %>", "@{echo x}"];
		expect(templates.map((value) => drawn(name, value)[1])).toEqual(templates.map(() => "right"));
	});

	test("keeps its promises for any text", () => {
		fc.assert(
			fc.property(anyValue, (value) => {
				const found = check(name, value);
				if (!found) return;
				expect(found.message).toMatch(/^\S[^\n]*[^.\s]$/);
				if (found.fix !== undefined) expect([found.fix, check(name, found.fix)]).toEqual([found.fix, undefined]);
				if (found.at) {
					const [start, end] = found.at;
					expect(0 <= start && start < end && end <= value.length, `${start}–${end} of ${value.length}`).toBe(true);
				}
			}),
			{ numRuns: 1000 },
		);
	});
});

test("no table is without a format", () => {
	expect(Object.keys(cases).filter((name) => !(name in formats))).toEqual([]);
});

/** Pieces that mean something to a format. */
const pieces = [
	...[
		"https://",
		"http:",
		"wss://",
		"ws://",
		"rtp://",
		"sip:",
		"//",
		"/",
		":",
		"@",
		".",
		"..",
		"+",
		"-",
		"_",
		" ",
		"\n",
		"\\",
		"?",
		"#",
		";",
		"<",
		">",
		'"',
		"'",
	],
	...[
		"say:",
		"silence:",
		"ring:",
		"stream:",
		"queue:",
		"tel:",
		"audio:",
		"us",
		"10",
		"5s",
		"500ms",
		"1",
		"555",
		"0",
		"h",
		"m",
		"s",
		"X-",
		"x",
		"W",
		"p",
		"*",
		"A",
	],
	...[
		"example.com",
		"localhost",
		"en",
		"US",
		"english",
		"elevenlabs",
		"polly",
		"rachel",
		"PCMU",
		"L16",
		"America",
		"York",
		"$",
		"€",
		",",
		"(",
		")",
		"[",
		"]",
		"|",
		"(?i)",
	],
	...["constructor", "__proto__", "toString", "your-", "xxx", "{", "}", "é", "𝄞", "\ud800", "\u200b", "\u00a0", "main", ".mp3", "%20"],
];

const anyValue = fc
	.oneof(
		fc.string({ unit: "binary", maxLength: 40 }),
		fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((some) => some.join("")),
		fc.constantFrom(...Object.values(cases).flatMap(({ good, bad }) => [...good, ...bad.map(([marked]) => marked.replace(/[«»]/g, ""))])),
	)
	.filter((value) => value.trim() !== "" && !value.includes("${") && !value.includes("%{"));

test("a sample of every format, which is one", () => {
	expect(Object.keys(samples).sort()).toEqual(Object.keys(formats).sort());
	for (const [name, sample] of Object.entries(samples)) expect(formats[name]?.check(sample), `${name}: ${sample}`).toBeUndefined();
});
