// Keys, pressed in an open document one after the other: four letters, then all of them away at once.

const most = 4;

/** Letters at `place`; `version` (`now`) is the document's, and goes up. `press` gives where the cursor stands afterwards. */
export function letters(session, uri, place, version) {
	let typed = 0;
	const change = (from, to, text) => {
		version.now++;
		const at = (more) => ({ line: place.line, character: place.character + more });
		session.notify("textDocument/didChange", {
			textDocument: { uri, version: version.now },
			contentChanges: [{ range: { start: at(from), end: at(to) }, text }],
		});
		return at(from + text.length);
	};
	return {
		press() {
			const cursor = typed === most ? change(0, most, "") : change(typed, typed, "e");
			typed = typed === most ? 0 : typed + 1;
			return cursor;
		},
		/** Whether there is a letter to take back. */
		some: () => typed > 0,
		/** The text as it was. */
		undo() {
			change(0, typed, "");
			typed = 0;
		},
	};
}
