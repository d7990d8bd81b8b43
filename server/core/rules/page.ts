/** Where a rule is explained. */

/** Where the project lives; the same as in package.json, which a test compares. */
export const repository = "https://github.com/swml-language-tools/swml-language-tools";

/** The address of a rule's page; the page itself is generated into docs/rules/. */
export function rulePage(id: string): string {
	return `${repository}/blob/HEAD/docs/rules/${id}.md`;
}
