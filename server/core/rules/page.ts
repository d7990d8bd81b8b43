/** Where a rule is explained. */

/** The address of a rule's page; the page itself is generated into docs/rules/. */
export function rulePage(id: string): string {
	return `https://github.com/swml-language-tools/swml-language-tools/blob/main/docs/rules/${id}.md`;
}
