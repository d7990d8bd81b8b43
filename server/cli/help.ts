/** What `--help` prints. */

export const help = `Checks SWML (SignalWire Markup Language) documents in YAML and JSON.

Usage: swml <command> [options]

  swml check [files, folders, globs, -]   finds problems; --fix puts right what is safe
  swml fmt [files, folders, globs, -]     lays documents out: indentation and blanks, nothing else
  swml explain RULE                       what a rule reports, and why
  swml rules                              all rules

  --help, --version                       also: swml <command> --help
`;

export const checkHelp = `Finds problems in SWML documents.

Usage: swml check [options] [files, folders, globs, -]

Without names it checks the current folder. In folders it takes the YAML and JSON files that are SWML and leaves out
node_modules, .git, dist and what .gitignore names. \`-\` reads standard input.

  --fix                    apply the fixes that are safe, then report what remains;
                           with standard input, print the fixed text
  --format, -f FORMAT      text (default), json, github or sarif
  --hints                  list hints too (json and sarif always do)
  --quiet, -q              report errors only
  --max-warnings N         fail when there are more warnings than N
  --rule ID=SEVERITY       error, warning, info, hint or off; may be repeated
  --no-config              do not read .swmlrc.json, .swmlrc.yaml or .swmlrc.yml
  --stdin                  read standard input, the same as -
  --stdin-filename NAME    the name that standard input goes by
  --color, --no-color      as the terminal has it, unless given; NO_COLOR and FORCE_COLOR count too
  --help, -h

Exit code: 0 no errors, 1 errors or too many warnings, 2 something asked for does not exist or cannot be read or
written, 3 a fault of swml itself.
`;

export const fmtHelp = `Lays SWML documents out: indentation, and the blanks between signs. What they say stays the same, and so do
comments; in YAML line breaks and quotes stay as well.

Usage: swml fmt [options] [files, folders, globs, -]

Without names it takes the current folder, and in it the same files as \`swml check\`. \`-\` reads standard input and
prints the result.

  --check                  write nothing; list the files that would change
  --tab-size N             blanks for one level: 1 to 8, 2 unless given
  --stdin                  read standard input, the same as -
  --stdin-filename NAME    the name that standard input goes by
  --help, -h

Exit code: 0 all is laid out, 1 with --check something would change, 2 something asked for does not exist or cannot be
read or written, 3 a fault of swml itself.
`;

export const explainHelp = `Says what a rule reports and why, with examples.

Usage: swml explain RULE

\`swml rules\` lists the rules.
`;

export const rulesHelp = `Lists all rules with their severity.

Usage: swml rules
`;
