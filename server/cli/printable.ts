/** Text of others on our terminal: what could move the cursor or turn the writing direction is shown as a sign instead. */

const unprintable = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** `text` on one line, without anything a terminal would act on. */
export function printable(text: string): string {
	return text.replace(unprintable, "\uFFFD");
}
