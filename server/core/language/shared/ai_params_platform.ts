/** `ai.params` that the platform itself lists and no source explains: keys and models of speech engines, switches and timings. */
import { anyMap, anything, boolean, engine, engineAll, integer, list, map, number, readingLoosely, reads, text, type Unnamed, union } from "../build.ts";

const numbers = [
	"acoustic_eot_gate_prob",
	"acoustic_eot_trust_prob",
	"confidence",
	"double_turn_filler_every_n",
	"double_turn_filler_min_ms",
	"double_turn_wait_ms",
	"function_filler_sequence_gap_ms",
	"similarity",
	"speed",
	"stability",
];

const wholeNumbers = [
	"escalate_after_ms",
	"escalate_after_turns",
	"min_utterance_ms",
	"pcm_channels",
	"pcm_rate",
	"sample_rate",
	"target_first_segment_ms",
	"video_fps",
	"vol",
];

const switches = ["double_turns"];

/** The platform reads numbers for these as well. */
const switchesOrNumbers = [
	"azure_stream_first",
	"bill_all_tts",
	"cache",
	"cartesia_stream_first",
	"deepgram_stream_first",
	"eleven_labs_stream_first",
	"lipsync_debug",
	"openai_azure",
	"openai_stream_first",
	"rime_stream_first",
	"send_single_llm_response",
	"speechify_loudness_normalization",
	"speechify_stream_first",
	"speechify_text_normalization",
	"stream_first",
	"streaming",
];

const texts = [
	"attention_escalate_prompt",
	"auth_token",
	"azure_tts_key",
	"call_uuid",
	"cartesia_key",
	"cartesia_model",
	"deepgram_key_override",
	"deepgram_tts_key",
	"deepgram_url_override",
	"developer_prompt",
	"double_turn_model",
	"double_turn_prompt",
	"eleven_labs_key",
	"eleven_labs_model",
	"event_webhook_url",
	"ext",
	"fish_key",
	"fish_model",
	"grok_key",
	"groq_tts_key",
	"inworld_apikey",
	"inworld_key",
	"inworld_model",
	"language",
	"minimax_key",
	"minimax_model",
	"mistral_key",
	"mistral_model",
	"model",
	"openai_gcloud_version",
	"openai_tts_key",
	"openai_tts_url",
	"provider",
	"pvt_params",
	"rime_apikey",
	"rime_key",
	"rime_model",
	"smallest_key",
	"smallest_model",
	"speaker",
	"speechify_key",
	"speechify_model",
	"speechify_output_format",
	"strict_mode",
	"text_normalization_far_dir",
	"url",
	"video_scale",
	"voice_name",
];

const credentials = engineAll(text(), ["web_hook_auth_pass", "web_hook_auth_password", "web_hook_auth_user"]);

const innerDialog = map(
	{
		SWAIG: engine(
			map(
				{ defaults: engine(map({ ...credentials, web_hook_url: engine(text()) }, { name: "SWAIG defaults" })), functions: engine(list(anything)) },
				{ name: "SWAIG" },
			),
		),
	},
	{ name: "inner_dialog" },
);

const scorecard = map({ dials: engine(list(anything)), replace: engine(reads("text", boolean())) }, { name: "inner_dialog_scorecard" });

const realtime = map(
	{
		...engineAll(text(), ["input_transcription", "noise_reduction", "reasoning_effort", "tool_model", "vad_eagerness", "vad_type", "voice"]),
		...readingLoosely({
			...engineAll(number(), [
				"local_vad_frame_ms",
				"local_vad_threshold",
				"packets_per_send",
				"speed",
				"temperature",
				"vad_prefix_padding_ms",
				"vad_silence_duration_ms",
				"vad_threshold",
			]),
			...engineAll(boolean(), ["local_vad"]),
		}),
	},
	{ name: "realtime" },
);

const distill = map(
	{
		...readingLoosely({ enabled: engine(boolean()) }),
		min_chars: engine(number()),
		...engineAll(text(), ["model", "prompt"]),
	},
	{ name: "tool_result_distill" },
);

export const platformParams: { readonly [name: string]: Unnamed } = {
	...engineAll(text(), texts),
	...readingLoosely({
		...engineAll(number(), numbers),
		...engineAll(integer(), wholeNumbers),
		...engineAll(boolean(), switches),
	}),
	...readingLoosely(engineAll(boolean(), switchesOrNumbers), switchesOrNumbers),
	asr_params: engine(anyMap),
	inner_dialog: engine(innerDialog),
	inner_dialog_scorecard: engine(union(boolean(), scorecard)),
	realtime: engine(realtime),
	tool_result_distill: engine(union(boolean(), distill)),
};
