/** Text-to-speech engines and some of their voices. Voices come and go: a voice that is not listed here is no mistake. */
import type { Value } from "../type.ts";

/** The engines, by the name that begins a voice. */
export const engines: readonly Value[] = [
	{ value: "amazon", summary: "Amazon Polly. A model (`standard`, `neural`, `generative`) and a language may follow: `amazon.Joanna:neural:en-US`." },
	{ value: "azure", summary: "Microsoft Azure. The voice holds the language: `azure.en-US-AvaNeural`." },
	{ value: "cartesia", summary: "Cartesia. Voices are IDs from its catalogue." },
	{ value: "deepgram", summary: "Deepgram Aura. The voice holds the language: `deepgram.aura-asteria-en`." },
	{ value: "elevenlabs", summary: "ElevenLabs. Voices speak all its languages; a model may follow: `elevenlabs.Rachel:eleven_flash_v2_5`." },
	{ value: "fish", summary: "Fish Audio. Voices are IDs from its catalogue." },
	{ value: "gcloud", summary: "Google Cloud. The voice holds language and model: `gcloud.en-US-Neural2-A`." },
	{ value: "grok", summary: "xAI Grok. Voices speak all its languages and have no models." },
	{ value: "groq-tts", summary: "Orpheus voices on Groq, for English and Arabic." },
	{ value: "inworld", summary: "Inworld. A model may follow: `inworld.Lauren:inworld-tts-1.5-mini`." },
	{ value: "minimax", summary: "MiniMax. A model may follow: `minimax.English_CalmWoman:speech-2.6-turbo`." },
	{ value: "mistral", summary: "Mistral Voxtral. Voices are IDs from Mistral's own studio; there is no default." },
	{ value: "openai", summary: "OpenAI. Voices speak all its languages; the models are `tts-1` and `tts-1-hd`." },
	{ value: "rime", summary: "Rime. A model may follow: `rime.luna:coda`." },
	{ value: "smallest", summary: "Smallest.ai, strong in Indian languages." },
	{ value: "speechify", summary: "Speechify Simba. A model may follow: `speechify.alicia:simba-3.0`." },
	{ value: "polly", summary: "The old name of `amazon`.", deprecated: true },
];

/** What people write for an engine that is called otherwise. */
export const engineAliases: ReadonlyMap<string, string> = new Map(
	Object.entries({
		google: "gcloud",
		googlecloud: "gcloud",
		aws: "amazon",
		microsoft: "azure",
		"11labs": "elevenlabs",
		groq: "groq-tts",
		xai: "grok",
	}),
);

/** Voices, with their engine. */
export const voices: readonly Value[] = [
	...of("elevenlabs", "Rachel Drew Clyde Paul Domi Dave Fin Sarah Antoni Thomas Charlie George Emily Elli Callum Patrick Harry Liam Dorothy Josh Arnold"),
	...of("elevenlabs", "Charlotte Alice Matilda James Joseph Jeremy Michael Ethan Chris Gigi Freya Brian Grace Daniel Lily Serena Adam Nicole Bill Jessie"),
	...of("elevenlabs", "Sam Glinda Giovanni Mimi"),
	...of("openai", "alloy echo fable onyx nova shimmer"),
	...of("amazon", "Joanna:neural Matthew:neural Kendra:neural Ruth:neural Danielle:generative Amy:generative:en-GB Emma:en-GB Salli Aditi:standard:hi-IN"),
	...of("azure", "en-US-AvaNeural"),
	...of("cartesia", "a167e0f3-df7e-4d52-a9c3-f949145efdab"),
	...of("deepgram", "aura-asteria-en aura-luna-en aura-stella-en aura-athena-en aura-hera-en aura-orion-en"),
	...of("deepgram", "aura-arcas-en aura-perseus-en aura-angus-en aura-orpheus-en aura-helios-en aura-zeus-en"),
	...of("fish", "802e3bc2b27e49c2995d23ef70e6ac89:s2.1-pro"),
	...of("gcloud", "en-US-Neural2-A en-US-Casual-K en-US-Polyglot-1 en-GB-Wavenet-A en-GB-Wavenet-B es-ES-Neural2-A es-ES-Neural2-B"),
	...of("gcloud", "fr-FR-Neural2-B fr-FR-Wavenet-C de-DE-Standard-A ja-JP-Neural2-B cmn-CN-Standard-D cmn-TW-Standard-A"),
	...of("grok", "eve ara leo rex sal"),
	...of("groq-tts", "autumn diana hannah austin daniel troy"),
	...of("inworld", "Lauren:inworld-tts-1.5-mini Brian:inworld-tts-1.5-max Asuka:inworld-tts-1.5-mini"),
	...of("minimax", "English_CalmWoman:speech-2.6-turbo English_Trustworth_Man:speech-2.6-hd Japanese_KindLady:speech-2.6-turbo"),
	...of("rime", "spore luna marsh cove brook luna:coda spore:coda"),
	...of("smallest", "sophia:lightning_v3.1"),
	...of("speechify", "alicia:simba-3.0"),
];

/** The voices of one engine, parted by blanks. */
function of(engine: string, names: string): readonly Value[] {
	return names.split(" ").map((name) => ({ value: `${engine}.${name}` }));
}
