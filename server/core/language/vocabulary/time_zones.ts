/** Names of time zones. The list of cities is a choice; other cities exist. */
import type { Value } from "../type.ts";

/** Well-known zones, to offer and to tell the right capitals. */
export const timeZones: readonly Value[] = [
	{ value: "US/Eastern", summary: "Eastern time in the United States." },
	{ value: "US/Central", summary: "Central time in the United States." },
	{ value: "US/Mountain", summary: "Mountain time in the United States." },
	{ value: "US/Pacific", summary: "Pacific time in the United States." },
	{ value: "US/Alaska", summary: "Alaska." },
	{ value: "US/Hawaii", summary: "Hawaii." },
	{ value: "UTC", summary: "Coordinated universal time." },
	...[
		...["Cairo", "Johannesburg", "Lagos", "Nairobi"].map((city) => `Africa/${city}`),
		...["Anchorage", "Argentina/Buenos_Aires", "Bogota", "Chicago", "Denver", "Halifax", "Lima", "Los_Angeles", "Mexico_City", "New_York"].map(
			(city) => `America/${city}`,
		),
		...["Phoenix", "Puerto_Rico", "Santiago", "Sao_Paulo", "St_Johns", "Toronto", "Vancouver"].map((city) => `America/${city}`),
		...["Bangkok", "Dhaka", "Dubai", "Hong_Kong", "Jakarta", "Jerusalem", "Karachi", "Kolkata", "Manila", "Riyadh"].map((city) => `Asia/${city}`),
		...["Seoul", "Shanghai", "Singapore", "Taipei", "Tehran", "Tokyo"].map((city) => `Asia/${city}`),
		...["Adelaide", "Brisbane", "Melbourne", "Perth", "Sydney"].map((city) => `Australia/${city}`),
		...["Amsterdam", "Athens", "Berlin", "Brussels", "Bucharest", "Budapest", "Copenhagen", "Dublin", "Helsinki", "Istanbul"].map((city) => `Europe/${city}`),
		...["Kyiv", "Lisbon", "London", "Madrid", "Moscow", "Oslo", "Paris", "Prague", "Rome", "Stockholm"].map((city) => `Europe/${city}`),
		...["Vienna", "Warsaw", "Zurich"].map((city) => `Europe/${city}`),
		...["Auckland", "Honolulu"].map((city) => `Pacific/${city}`),
	].map((value) => ({ value })),
];

/** What the first part of a zone's name can be. */
export const timeZoneAreas: readonly string[] = [
	...["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"],
	...["US", "Canada", "Mexico", "Brazil", "Chile", "Etc", "SystemV", "posix", "right"],
];

/** Zones whose names have one part. */
export const plainTimeZones: readonly string[] = [
	...["UTC", "GMT", "UCT", "Universal", "Zulu", "Greenwich", "GMT0", "GMT+0", "GMT-0", "EST", "MST", "HST", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"],
	...["CET", "EET", "MET", "WET", "Cuba", "Egypt", "Eire", "GB", "GB-Eire", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein"],
	...["Libya", "NZ", "NZ-CHAT", "Navajo", "PRC", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "W-SU"],
];

/** Abbreviations that are no zones, but can only mean one. */
export const timeZoneAbbreviations: ReadonlyMap<string, string> = new Map(
	Object.entries({
		PST: "US/Pacific",
		PDT: "US/Pacific",
		MDT: "US/Mountain",
		CDT: "US/Central",
		EDT: "US/Eastern",
	}),
);
