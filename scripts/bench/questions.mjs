// What an editor asks, and waits for. Each question presses a key where it says so, asks, looks at the clock when the answer has come, and leaves the server idle.
import { letters } from "./typing.mjs";

/**
 * `where`: the states it is asked in. `measure` asks one side once: gives milliseconds, the bytes of the answer, and whether there was anything in it.
 * `undefined` instead: this server cannot. `paused`: some servers wait on purpose first, when a document opens or after a key.
 */
export const questions = [
	{
		name: "hover on nothing",
		where: (scene) => scene.state === "some mistakes",
		measure: (at) => async () => timed(at.ask, "textDocument/hover", { ...at.document, position: at.scene.nowhere }),
		// The right answer.
		empty: true,
	},
	{ name: "hover after a key", where: () => true, measure: (at) => afterKey(at, at.scene.typed, "textDocument/hover", () => ({ position: at.scene.hover })) },
	...["value", "key", "step"].map((place) => ({
		name: `completion of a ${place} after a key`,
		where: (scene) => scene[place] !== undefined,
		measure: (at) => afterKey(at, at.scene[place], "textDocument/completion", (cursor) => ({ position: cursor, context: { triggerKind: 1 } })),
	})),
	{
		name: "key to problems, asked for",
		where: () => true,
		measure: (at) => (at.pulls ? afterKey(at, at.scene.typed, "textDocument/diagnostic", () => ({})) : undefined),
	},
	{
		name: "key to problems, sent",
		where: ({ state }) => ["some mistakes", "no mistakes", "an open quote"].includes(state),
		measure: (at) => {
			const keys = letters(at.told, at.document.textDocument.uri, at.scene.typed, at.version);
			return {
				once: async () => {
					const coming = told(at, 1);
					const started = performance.now();
					keys.press();
					return seen(started, await coming);
				},
				after: async () => {
					if (!keys.some()) return;
					const coming = told(at, 1);
					keys.undo();
					await coming;
				},
			};
		},
		paused: "key",
	},
	{
		name: "code action after a key",
		where: () => true,
		measure: (at) =>
			afterKey(
				at,
				at.scene.typed,
				"textDocument/codeAction",
				(cursor) => {
					const line = at.diagnostics.filter(({ range }) => range.start.line === cursor.line);
					return { range: line[0]?.range ?? { start: cursor, end: cursor }, context: { diagnostics: line, triggerKind: 2 } };
				},
				// An answer to it is made from the problems that were sent.
				!at.pulls,
			),
		empty: true,
	},
	{
		name: "open to problems, asked for",
		where: opened,
		measure: (at) =>
			at.pulls
				? async () => {
						const fresh = at.another(at.ask);
						const started = performance.now();
						fresh.open();
						const answer = await at.ask.request("textDocument/diagnostic", fresh.document);
						fresh.close();
						return seen(started, answer);
					}
				: undefined,
	},
	{
		name: "open to problems, sent",
		where: (scene) => scene.state === "some mistakes",
		measure: (at) => async () => {
			const fresh = at.another(at.told);
			const coming = at.told.next(fresh.document.textDocument.uri, 1);
			const started = performance.now();
			fresh.open();
			const answer = await coming;
			fresh.close();
			return seen(started, answer);
		},
		paused: "open",
	},
];

function opened({ state }) {
	return ["some mistakes", "no mistakes", "begins with ---"].includes(state);
}

/** A key is pressed at `place`, and at once something is asked. `sends`: of the process that sends problems. */
function afterKey(at, place, method, asked, sends = false) {
	const session = sends ? at.told : at.ask;
	const keys = letters(session, at.document.textDocument.uri, place, at.version);
	const coming = () => (sends ? told(at, 1) : undefined);
	const settle = async (sending) => {
		if (sending) at.diagnostics = (await sending).diagnostics;
		else if (at.pulls) at.diagnostics = (await session.request("textDocument/diagnostic", at.document)).result.items ?? [];
	};
	return {
		once: async () => {
			const sending = coming();
			const started = performance.now();
			const cursor = keys.press();
			const answer = await session.request(method, { ...at.document, ...asked(cursor) });
			const figures = seen(started, answer);
			await settle(sending);
			return figures;
		},
		after: async () => {
			if (!keys.some()) return;
			const sending = coming();
			keys.undo();
			await settle(sending);
		},
	};
}

/** The problems that will be sent `changes` versions from now. */
function told(at, changes) {
	return at.told.next(at.document.textDocument.uri, at.version.now + changes);
}

async function timed(session, method, params) {
	const started = performance.now();
	return seen(started, await session.request(method, params));
}

function seen(started, { at, bytes, result, diagnostics }) {
	const list = diagnostics ?? result?.items ?? result;
	return { ms: at - started, bytes, something: Array.isArray(list) ? list.length > 0 : list !== null && list !== undefined };
}
