/** Fillers: what an AI agent says to bridge a wait, by language. Shared by SWAIG functions, contexts and `multilingual`. */
import { from, list, mapOf, text, union } from "../build.ts";
import type { Value } from "../type.ts";

/** The known keys of `turn_fillers`; other language tags are accepted as well. */
const turnFillerLanguages: readonly Value[] = Object.entries({
	default: "For every language that has no key of its own.",
	multi: "For Spanish and English recognised at the same time.",
	bg: "Bulgarian.",
	ca: "Catalan.",
	cs: "Czech.",
	da: "Danish.",
	"da-DK": "Danish (Denmark).",
	de: "German.",
	"de-CH": "German (Switzerland).",
	el: "Greek.",
	en: "English.",
	"en-AU": "English (Australia).",
	"en-GB": "English (United Kingdom).",
	"en-IN": "English (India).",
	"en-NZ": "English (New Zealand).",
	"en-US": "English (United States).",
	es: "Spanish.",
	"es-419": "Spanish (Latin America).",
	et: "Estonian.",
	fi: "Finnish.",
	fr: "French.",
	"fr-CA": "French (Canada).",
	hi: "Hindi.",
	hu: "Hungarian.",
	id: "Indonesian.",
	it: "Italian.",
	ja: "Japanese.",
	ko: "Korean.",
	"ko-KR": "Korean (South Korea).",
	lt: "Lithuanian.",
	lv: "Latvian.",
	ms: "Malay.",
	nl: "Dutch.",
	"nl-BE": "Dutch (Belgium).",
	no: "Norwegian.",
	pl: "Polish.",
	pt: "Portuguese.",
	"pt-BR": "Portuguese (Brazil).",
	"pt-PT": "Portuguese (Portugal).",
	ro: "Romanian.",
	ru: "Russian.",
	sk: "Slovak.",
	sv: "Swedish.",
	"sv-SE": "Swedish (Sweden).",
	th: "Thai.",
	"th-TH": "Thai (Thailand).",
	tr: "Turkish.",
	uk: "Ukrainian.",
	vi: "Vietnamese.",
	zh: "Chinese, simplified characters.",
	"zh-CN": "Chinese (mainland China), simplified characters.",
	"zh-HK": "Chinese (Hong Kong), traditional characters.",
	"zh-Hans": "Chinese, simplified characters.",
	"zh-Hant": "Chinese, traditional characters.",
	"zh-TW": "Chinese (Taiwan), traditional characters.",
}).map(([value, summary]) => ({ value, summary }));

/** The known keys of a map of fillers. */
const fillerLanguages: readonly Value[] = [
	...turnFillerLanguages,
	{ value: "auto", summary: "Texts that are translated into whichever language is being spoken, when they are first used." },
];

/** Texts of which one is spoken each time. */
export const phrases = list(text());

/** For each language, texts of which one is spoken each time. */
export const functionFillers = mapOf(list(union(text(), from("next", list(text())))), { name: "fillers", restKeys: fillerLanguages });

/** The same for `turn_fillers`, which are never translated and so know no `auto`. */
export const turnFillers = mapOf(phrases, { name: "fillers", restKeys: turnFillerLanguages });
