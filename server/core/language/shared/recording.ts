/** The params that `record` and `record_call` share word for word. */
import { boolean, number, oneOf, optional, url } from "../build.ts";

/** Whether the recording has two channels. */
export const stereo = optional(boolean(), "Whether to record in stereo.", { default: false });

/** The file type. */
export const recordingFormat = optional(oneOf(["wav", "mp3", "mp4"]), "The file format of the recording.", {
	default: "wav",
	aka: ["file_format"],
});

/** The beep at the start. */
export const recordingBeep = optional(boolean(), "Whether to play a beep before the recording starts.", {
	default: false,
	aka: ["play_beep", "playBeep"],
});

/** How easily sound counts as speech. */
export const inputSensitivity = optional(
	number({ min: 0, max: 100 }),
	"How sensitive the detection of speech is to background noise, from 0 to 100. A larger value is more sensitive.",
	{
		default: 44,
		note: "The published schema gives these bounds only in words.",
		aka: ["sensitivity"],
	},
);

/** The longest the recording may get. */
export const maxLength = optional(number({ unit: "s" }), "The longest the recording may get, in seconds.", {
	example: 120,
	aka: ["max_duration", "max_seconds", "maxLength", "length"],
});

/** Where events about the recording go. */
export const recordingStatusUrl = optional(url(), "The URL that receives events about the recording, as POST requests.", {
	aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url", "recording_status_callback", "recordingStatusCallback", "statusCallback"],
});
