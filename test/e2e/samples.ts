/** The documents of the end-to-end tests, each in both syntaxes. */

/** One document, written twice. */
export interface Sample {
	readonly yaml: string;
	readonly json: string;
}

/** The two syntaxes and the names that files of them have. */
export const syntaxes = ["yaml", "json"] as const;

/** Two mistakes that a fix mends. */
export const faulty: Sample = {
	yaml: `version: 1.0.0
sections:
  main:
    - join_conference:
        name: support
        beep: onenter
        max_participants: 300
`,
	json: `{
  "version": "1.0.0",
  "sections": {
    "main": [
      {
        "join_conference": {
          "name": "support",
          "beep": "onenter",
          "max_participants": 300
        }
      }
    ]
  }
}
`,
};

/** Nothing to complain about. */
export const healthy: Sample = {
	yaml: faulty.yaml.replace("onenter", "onEnter").replace("300", "25"),
	json: faulty.json.replace("onenter", "onEnter").replace("300", "25"),
};

/** A value is about to be written. */
export const halfValue: Sample = {
	yaml: faulty.yaml.replace("onenter\n        max_participants: 300", "<|>"),
	json: faulty.json.replace('"onenter",\n          "max_participants": 300', '"<|>"'),
};

/** A step is about to be written. */
export const halfStep: Sample = {
	yaml: "version: 1.0.0\nsections:\n  main:\n    - jo<|>\n",
	json: '{\n  "version": "1.0.0",\n  "sections": {\n    "main": [\n      { "jo<|>" }\n    ]\n  }\n}\n',
};
