// What the core needs, without the protocol, on generated documents: from a keystroke to its problems, completion and hover.
import { load } from "../load.mjs";

const { openDocument, remember, check, complete, hover, print } = await load("scripts/bench/process.ts");

/** One row for each document: medians of warm runs, in milliseconds. */
export function inProcess() {
	const rows = [];
	for (const size of [20_000, 200_000, 1_500_000]) {
		for (const format of ["yaml", "json"]) {
			const text = print(size, format);
			const middle = text.indexOf("onEnter", Math.floor(text.length / 2));
			const typed = (n) => text.slice(0, middle) + "x".repeat(n % 5) + text.slice(middle);
			const runs = size > 1_000_000 ? 7 : 25;
			let n = 0;
			const memory = remember();
			rows.push({
				document: `${size / 1000} KB ${format}`,
				parse: median(runs, () => openDocument(typed(n++), format).tree()),
				"keystroke to problems": median(runs, () => check(openDocument(typed(n++), format, memory))),
				"first problems": median(runs, () => check(openDocument(typed(n++), format))),
				completion: median(runs, () => complete(warm(typed(n++), format), middle, { snippets: true, markdown: true })),
				"completion of a key": median(runs, () => complete(warm(typed(n++), format), keyBefore(text, middle), { snippets: true, markdown: true })),
				hover: median(runs, () => hover(warm(typed(n++), format), middle)),
			});
		}
	}
	return rows;
}

/** Features meet a document whose problems are known already: diagnostics come first. Its time is not counted, see `median`. */
function warm(text, format) {
	const started = performance.now();
	const document = openDocument(text, format);
	check(document);
	excluded += performance.now() - started;
	return document;
}

let excluded = 0;
function median(runs, work) {
	const times = [];
	const warmUp = runs > 10 ? 20 : 3;
	for (let i = 0; i < runs + warmUp; i++) {
		excluded = 0;
		const started = performance.now();
		work();
		if (i >= warmUp) times.push(performance.now() - started - excluded);
	}
	times.sort((a, b) => a - b);
	return Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(2));
}

/** The beginning of the key on the line of `offset`. */
function keyBefore(text, offset) {
	const start = text.lastIndexOf("\n", offset) + 1;
	return start + text.slice(start).search(/[a-z]/) + 2;
}
