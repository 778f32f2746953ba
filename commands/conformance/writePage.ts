import type { Clause } from './readClauses.ts';
import { LEFT_OUT, NOT_YET, RELEASE } from './release.ts';
import { writeRegulation } from './writeRegulation.ts';
import type { Place } from './scan.ts';

const HEAD = `# Conformance

The operations of issuing a certificate in their order, then clause by clause: the rule, where the code carries it out,
and the tests that name it. Made by \`npm run -s conformance\` from the table of the regulation
(\`law/signature-issuance/regulation.ts\`), the clause list (\`law/clauses.yaml\`) and what the files say of themselves; a test
fails where this page is not what the files say. A number after a test file counts the titles in it that name the clause.
`;

/** Writes docs/conformance.md for the clauses of this release (Markdown, ends in a line break). */
export function writePage(
  clauses: readonly Clause[],
  found: { code: readonly Place[]; tests: readonly Place[] },
): string {
  const rows = RELEASE.map((id) => {
    const rule = clauses.find((clause) => clause.id === id)?.rule ?? '';
    const notYet = NOT_YET[id] === undefined ? '' : ` *Not yet: ${NOT_YET[id]}.*`;
    const code = namesOf(id, found.code, ({ file }) => `\`${file}\``);
    const tests = namesOf(id, found.tests, ({ file, titles }) => `\`${file}\`${titles > 0 ? ` ${titles}` : ''}`);
    return `| ${id} | ${shorten(rule)}${notYet} | ${code} | ${tests} |`;
  });
  const left = Object.entries(LEFT_OUT).map(([id, why]) => `Not in this release: ${id} (${why}).`);
  const table = ['## Clause by clause', '', '| clause | rule | in code | in tests |', '|---|---|---|---|', ...rows];
  return [HEAD, ...writeRegulation(), '', ...table, '', ...left, ''].join('\n');
}

function namesOf(id: string, places: readonly Place[], write: (place: Place) => string): string {
  return places
    .filter(({ clause }) => clause === id)
    .map(write)
    .join('<br>');
}

/** The first sentence: the list has the whole rule. */
function shorten(rule: string): string {
  const first = /^.*?\.(?=\s[A-Z]|$)/.exec(rule)?.[0] ?? rule;
  return first.replaceAll('|', '\\|');
}
