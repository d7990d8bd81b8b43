/** Where a script goes on: `dest`. */
import { quote } from "../../base/quote.ts";
import { type Format, type FormatProblem, problem, trimming } from "./format.ts";
import { checkUrl, lacksScheme } from "./url.ts";

export const dest: Format = {
	looks: "the name of a section, an http or https URL, or a SWML document written as JSON",
	offers: [{ value: "https://", summary: "A SWML document on the web, fetched with POST." }],
	check: (value) => (/^\s*\{/.test(value) ? undefined : trimming(checkDest)(value)),
};

/** Only clear mistakes: whether a section exists is not a matter of form, and `relay:` is listed, though it does nothing yet. */
function checkDest(value: string): FormatProblem | undefined {
	if (/^[a-z][a-z0-9+.-]*:\/\/|^https?[:;]?[\\/]|^https?:/i.test(value) || lacksScheme(value)) return checkUrl(value);
	const form = "write the name of a section or an `https://` address that answers with SWML";
	const call = "use `connect` to call it";
	if (/^sips?:/i.test(value)) return problem("warning", `${quote(value)} is a SIP address, not a place in a script; ${call}, or ${form}`);
	if (/^\+\d{7,15}$/.test(value)) return problem("warning", `${quote(value)} is a phone number, not a place in a script; ${call}, or ${form}`);
	return undefined;
}
