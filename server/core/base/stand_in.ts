/** Words that a tool fills in before a document is sent, as they stand in scripts, shells and other files. Knows text, not SWML. */

/** `$NUMBER`, `@@NUMBER@@`, `%(number)s`, `__NUMBER__`, `{number}`. */
const somewhere = /\$[A-Z][A-Z0-9_]*(?![\w.])|@@\w+@@|%\(\w+\)[sd]|__[A-Za-z]\w*?__|(?<![$%@#{\\\w])\{[A-Za-z_][\w.]*\}(?!\})/;
const alone = /^(?:\$[A-Z][A-Z0-9_]*(?![\w.])|@@\w+@@|%\(\w+\)[sd]|__[A-Za-z]\w*__|\{[A-Za-z_][\w.]*\}|<[A-Za-z_][\w. -]*>)$/;

/** Whether a word that is filled in stands somewhere in a text. */
export function holdsStandIn(text: string): boolean {
	return somewhere.test(text);
}

/** Whether a text is such a word, and nothing else. */
export function isStandIn(text: string): boolean {
	return alone.test(text.trim());
}
