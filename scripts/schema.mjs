// Writes dist/swml.schema.json: SWML for tools that read JSON Schema.
import { mkdirSync, writeFileSync } from "node:fs";
import { load } from "./load.mjs";

const { swmlSchema } = await load("scripts/schema.ts");
const text = `${JSON.stringify(swmlSchema(), undefined, "\t")}\n`;
mkdirSync("dist", { recursive: true });
writeFileSync("dist/swml.schema.json", text);
console.log(`dist/swml.schema.json, ${Math.round(text.length / 1024)} KB`);
