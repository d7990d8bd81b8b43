/** Amounts and times written as text: `amount`, `decimal-seconds`, `duration`, `vad`. */
import { quote } from "../../base/quote.ts";
import { type Format, type FormatProblem, problem, trimming } from "./format.ts";

export const amount: Format = {
	looks: "a decimal amount, such as `20.45`",
	check: trimming(checkAmount),
};

export const decimalSeconds: Format = {
	looks: "seconds, such as `2` or `0.5`",
	check: trimming(checkSeconds),
};

export const duration: Format = {
	looks: "hours, minutes and seconds, such as `1h30m` or `90s`",
	offers: [
		{ value: "1h", summary: "One hour." },
		{ value: "30m", summary: "Thirty minutes." },
		{ value: "1h30m", summary: "An hour and a half." },
		{ value: "90s", summary: "Ninety seconds." },
	],
	check: trimming(checkDuration),
};

export const vad: Format = {
	looks: "a threshold from 0 to 100, and after a colon the length of a frame from 16 to 40 ms, such as `50:20`",
	check: trimming(checkVad),
};

function checkAmount(value: string): FormatProblem | undefined {
	if (/^\d+(?:\.\d+)?$/.test(value)) return undefined;
	const form = "write digits and a decimal point, such as `20.45`";
	if (/^-/.test(value)) return problem("warning", `${quote(value)} is negative; ${form}`);
	const bare = value
		.slice(0, 40)
		.replace(/^(?:[a-z]{3}|[$€£¥₹])\s?/i, "")
		.replace(/\s?(?:[a-z]{3}|[$€£¥₹])$/i, "");
	const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
		? bare.replaceAll(",", "")
		: bare
				.replace(/^(\d+),(\d{1,2})$/, "$1.$2")
				.replace(/^\./, "0.")
				.replace(/\.$/, "");
	const fix = value.length <= 40 && /^\d+(?:\.\d+)?$/.test(plain) ? plain : undefined;
	return problem("warning", `${quote(value)} is not a decimal amount; ${fix ? `write \`${fix}\`` : form}`, { fix });
}

function checkSeconds(value: string): FormatProblem | undefined {
	if (/^\d+(?:\.\d+)?$/.test(value)) return undefined;
	const [, number = "", unit = ""] = /^(\d{1,9}(?:\.\d{1,9})?) ?(ms|s|secs?|seconds?)$/i.exec(value) ?? [];
	const fix = number === "" ? undefined : unit.toLowerCase() === "ms" ? `${Number(number) / 1000}` : number;
	return problem("warning", `${quote(value)} is not a number of seconds; ${fix ? `write \`${fix}\`` : "write one such as `2` or `0.5`"}`, { fix });
}

const units = new Map(
	[
		["h", "h hr hrs hour hours"],
		["m", "m min mins minute minutes"],
		["s", "s sec secs second seconds"],
	].flatMap(([unit = "", words = ""]) => words.split(" ").map((word) => [word, unit] as const)),
);

function checkDuration(value: string): FormatProblem | undefined {
	if (/^(?:\d+h)?(?:\d+m)?(?:\d+s)?$/.test(value)) return undefined;
	if (/^\d+$/.test(value)) {
		const number = value.slice(0, 20);
		return problem("warning", `${quote(value)} has no unit; write \`${number}s\`, \`${number}m\` or \`${number}h\``);
	}
	const fix = tidyDuration(value);
	return problem("warning", `${quote(value)} is not a duration; write ${fix ? `\`${fix}\`` : "hours, minutes and seconds, such as `1h30m` or `90s`"}`, { fix });
}

/** A duration in the one order and spelling that counts; undefined where it cannot be read. */
function tidyDuration(value: string): string | undefined {
	if (value.length > 80) return undefined;
	const found = new Map<string, string>();
	const rest = value.toLowerCase().replace(/(?<!\d)(\d+)\s*([a-z]+)/g, (whole, number: string, word: string) => {
		const unit = units.get(word);
		if (unit === undefined || found.has(unit)) return whole;
		found.set(unit, number + unit);
		return "";
	});
	if (!/^(?:[\s,]|and)*$/.test(rest)) return undefined;
	return ["h", "m", "s"].map((unit) => found.get(unit) ?? "").join("");
}

function checkVad(value: string): FormatProblem | undefined {
	const [, threshold = "", frame] = /^(\d{1,9})(?::(\d{1,9}))?$/.exec(value) ?? [];
	if (threshold === "")
		return problem(
			"warning",
			`${quote(value)} is not a valid VAD setting; write a threshold from 0 to 100 and, after a colon, a frame length from 16 to 40 ms: \`50:20\``,
		);
	if (Number(threshold) > 100) return problem("warning", `the threshold ${quote(threshold)} is out of range; write 0 to 100`, { at: [0, threshold.length] });
	if (frame === undefined || (Number(frame) >= 16 && Number(frame) <= 40)) return undefined;
	return problem("warning", `the frame of ${quote(frame)} ms is out of range; write 16 to 40`, { at: [threshold.length + 1, value.length] });
}
