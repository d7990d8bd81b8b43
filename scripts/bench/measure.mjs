// Asks every question of every side, turn by turn, so that a noisy machine does all the same wrong.
import { spawn } from "node:child_process";
import { startServer } from "./client.mjs";
import { questions } from "./questions.mjs";
import { letters } from "./typing.mjs";

/** How much is measured: turns for each row, and the milliseconds after which no more than the least are taken. */
export const thorough = { most: 25, least: 5, budget: 2000 };
export const quick = { most: 7, least: 3, budget: 500 };

/** One row for each document, state and question: figures for each of `servers`, in their order. `only`: a pattern; rows that it does not match are left out. */
export async function* measure(servers, documents, effort, only, tell) {
	const nameOf = (document, scene, question) => `${document.name} · ${scene.state} · ${question.name}`;
	const wanted = documents
		.map((document) => ({
			...document,
			scenes: document.scenes.filter((scene) => questions.some((each) => each.where(scene) && only.test(nameOf(document, scene, each)))),
		}))
		.filter(({ scenes }) => scenes.length > 0);
	for (const format of new Set(wanted.map((document) => document.format))) {
		const sides = [];
		try {
			for (const server of servers(format)) sides.push(await sideOf(server, format));
			await warmUp(sides, documents.find((document) => document.format === format).scenes);
			for (const document of wanted.filter((each) => each.format === format)) {
				for (const scene of document.scenes) {
					const places = await Promise.all(sides.map((side) => enter(side, scene)));
					for (const question of questions) {
						const name = nameOf(document, scene, question);
						if (!question.where(scene) || !only.test(name)) continue;
						tell(name);
						yield {
							document: document.name,
							state: scene.state,
							question: question.name,
							names: sides.map((side) => side.name),
							sides: await inTurn(question, places, effort),
						};
					}
					for (const place of places) place.leave();
				}
			}
		} finally {
			await Promise.all(sides.map((side) => side.end()));
		}
	}
}

/** Milliseconds from starting a server to the problems of its first document, and of Node alone, which is in all of them. */
export async function measureStarts(servers, documents, effort, only, tell) {
	const rows = [];
	for (const { name, format, scenes } of documents) {
		const scene = scenes[0];
		for (const asks of [true, false]) {
			const question = `start to problems, ${asks ? "asked for" : "sent"}`;
			if (!only.test(`${name} · ${scene.state} · ${question}`)) continue;
			tell(`${name} · ${question}`);
			const contestants = [...servers(format), undefined];
			const figures = contestants.map(() => []);
			for (let turn = -1; turn < effort.most; turn++) {
				for (const [index, server] of contestants.entries()) {
					if (server && asks && !server.pulls) continue;
					const taken = server ? await startOnce(server, format, scene, asks) : await bareNode();
					if (turn >= 0) figures[index].push(taken);
				}
			}
			const sums = figures.map((each) => summary(each, {}, 0));
			rows.push({
				document: name,
				state: scene.state,
				question,
				names: servers(format).map((server) => server.name),
				sides: sums.slice(0, -1),
				node: sums.at(-1)?.ms,
			});
		}
	}
	return rows;
}

/** A server in two processes: one is asked for problems if it can be, the other sends them. */
async function sideOf(server, format) {
	const [ask, told] = [startServer({ ...server, ...server.unasked }), startServer(server)];
	await ask.greet(server.pulls);
	await told.greet(false);
	let count = 0;
	const open = (session, uri, text) => ({
		document: { textDocument: { uri } },
		open: () => session.notify("textDocument/didOpen", { textDocument: { uri, languageId: server.language(format), version: 1, text } }),
		close: () => session.notify("textDocument/didClose", { textDocument: { uri } }),
	});
	const side = {
		...server,
		ask,
		told,
		open,
		/** A document that is not open yet. */
		fresh: (session, text) => open(session, `file:///bench/${count++}.${format}`, text),
		end: () => Promise.all([ask.end(), told.end()]),
	};
	side.pauses = await pausesOf(side, format);
	return side;
}

/**
 * How long a server waits on purpose before it sends problems, of a document that opens and of one that changes: the least that it takes where there is
 * nearly nothing to read.
 */
async function pausesOf(side, format) {
	const text = format === "json" ? '{ "sections": { "main": [{ "hangup": { "reason": "x" } }] } }\n' : "sections:\n  main:\n    - hangup:\n        reason: x\n";
	const lines = text.slice(0, text.indexOf("x")).split("\n");
	const place = { line: lines.length - 1, character: lines.at(-1).length };
	const opens = [];
	const keys = [];
	for (let n = 0; n < 6; n++) {
		const { document, open, close } = side.fresh(side.told, text);
		const { uri } = document.textDocument;
		opens.push(await timed(side.told.next(uri, 1), open));
		const typing = letters(side.told, uri, place, { now: 1 });
		for (let version = 2; version < 5; version++) keys.push(await timed(side.told.next(uri, version), typing.press));
		close();
	}
	return { open: Math.min(...opens), key: Math.min(...keys) };
}

async function timed(coming, act) {
	const started = performance.now();
	act();
	return (await coming).at - started;
}

/** Opens a scene on one side, in both of its processes. */
async function enter(side, scene) {
	const { document, ...asked } = side.fresh(side.ask, scene.text);
	const { uri } = document.textDocument;
	const told = side.open(side.told, uri, scene.text);
	const sending = side.silent ? undefined : side.told.next(uri, 1);
	asked.open();
	told.open();
	await sending;
	const place = {
		pulls: side.pulls,
		pauses: side.pauses,
		ask: side.ask,
		told: side.told,
		scene,
		document,
		diagnostics: [],
		version: { now: 1 },
		another: (session) => side.fresh(session, scene.text),
		leave() {
			asked.close();
			told.close();
		},
	};
	if (side.pulls) place.diagnostics = (await side.ask.request("textDocument/diagnostic", document)).result.items ?? [];
	await side.ask.request("textDocument/hover", { ...document, position: scene.hover });
	return place;
}

/** The figures of one row. */
async function inTurn(question, places, effort) {
	const runs = places.map((place) => {
		const prepared = question.measure(place);
		return {
			prepared: typeof prepared === "function" ? { once: prepared } : prepared,
			times: [],
			answer: undefined,
			pause: place.pauses[question.paused] ?? 0,
		};
	});
	const started = performance.now();
	for (let turn = -2; turn < effort.most && (turn < effort.least || performance.now() - started < effort.budget); turn++) {
		for (const run of turn % 2 ? runs : [...runs].reverse()) {
			if (!run.prepared) continue;
			const { ms, ...answer } = await run.prepared.once();
			// The first two warm up.
			if (turn < 0) continue;
			run.times.push(ms);
			// Of several answers, the longest: without the key, there may be nothing to say.
			if (!run.answer || answer.bytes > run.answer.bytes) run.answer = answer;
		}
	}
	for (const { prepared } of runs) await prepared?.after?.();
	return runs.map(({ times, answer, pause }) => summary(times, { ...answer, nothing: answer && !answer.something && !question.empty }, pause));
}

function summary(times, { bytes, nothing }, pause) {
	if (times.length === 0) return undefined;
	const ms = median(times);
	return { ms, runs: times.length, ...(bytes ? { bytes } : {}), ...(nothing ? { nothing } : {}), ...(pause ? { itself: Math.max(0, ms - pause) } : {}) };
}

export function median(figures) {
	return figures.toSorted((a, b) => a - b)[figures.length >> 1];
}

/** Every process runs every question for a while, so that none is measured before it is compiled. */
async function warmUp(sides, all) {
	for (const scene of all) {
		const places = await Promise.all(sides.map((side) => enter(side, scene)));
		for (const question of questions) if (question.where(scene) && !question.paused) await inTurn(question, places, { most: 8, least: 2, budget: 400 });
		for (const place of places) place.leave();
	}
}

async function startOnce(server, format, scene, asks) {
	const started = performance.now();
	const session = startServer(server);
	await session.greet(asks);
	const uri = `file:///bench/start.${format}`;
	const coming = asks ? undefined : session.next(uri, 1);
	session.notify("textDocument/didOpen", { textDocument: { uri, languageId: server.language(format), version: 1, text: scene.text } });
	const { at } = await (coming ?? session.request("textDocument/diagnostic", { textDocument: { uri } }));
	await session.end();
	return at - started;
}

async function bareNode() {
	const started = performance.now();
	await new Promise((done) => spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }).on("exit", done));
	return performance.now() - started;
}
