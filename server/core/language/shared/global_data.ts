/** `global_data`: data of the author's own that all SWAIG functions of one AI session share. */
import { anything, mapOf } from "../build.ts";

export const globalData = mapOf(anything, { name: "global_data" });
