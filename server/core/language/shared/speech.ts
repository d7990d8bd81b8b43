/** What can be played to a caller, and how text is spoken: shared by `play`, `prompt` and the ringback of `connect`. */
import { list, map, number, optional, suggested, text } from "../build.ts";

/** One thing to play: a sound file, spoken text, silence or a ring tone. */
export const playItem = text({ format: "play-item", notBlank: true, lead: "say:" });

/** What an item to play may be, for hovers. */
export const playItemForms =
	"An item is one of:\n\n" +
	"- `https://…` or `http://…`: a sound file. `user:password@` may stand before the host.\n" +
	"- `say:Hello`: spoken text.\n" +
	"- `silence:2.5`: silence, in seconds.\n" +
	"- `ring:us` or `ring:10:us`: the ring tone of a country, once or for that many seconds.";

/** One item or several, and how loud. */
export const playObject = map(
	{
		url: optional(playItem, "One item to play."),
		urls: optional(list(playItem), "Items to play one after the other."),
		volume: optional(number(), "How much louder or quieter to play."),
	},
	{ name: "play object", tier: "engine" },
);

/** The voice for `say:` items. */
export const sayVoice = optional(text({ format: "voice" }), "The voice that speaks `say:` items, as `engine.voice`. A model may follow after a colon.", {
	default: "Polly.Salli",
	unlessSet: "say_voice",
	note: "When it is not written, the variable `say_voice` takes its place if it is set. `polly` is the old name of the engine `amazon`, although the default still has it.",
	aka: ["voice", "tts_voice"],
});

/** The language of `say:` items. */
export const sayLanguage = optional(text({ format: "language" }), "The language of `say:` items, as a tag such as `en-US`.", {
	default: "en-US",
	unlessSet: "say_language",
	note: "When it is not written, the variable `say_language` takes its place if it is set.",
	aka: ["tts_language"],
});

/** The gender of the voice for `say:` items. */
export const sayGender = optional(suggested({ female: "A woman's voice.", male: "A man's voice." }), "The gender of the voice that speaks `say:` items.", {
	default: "female",
	unlessSet: "say_gender",
	note: "When it is not written, the variable `say_gender` takes its place if it is set.",
	aka: ["gender", "tts_gender"],
});
