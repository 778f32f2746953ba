import type { Clause } from './readClauses.ts';
import { NOT_YET, RELEASE } from './release.ts';
import type { Place } from './scan.ts';

const HEAD = `# Conformance

Clause by clause: the rule, where the code carries it out, and the tests that name it. Made by \`npm run -s conformance\`
from the clause list (\`law/clauses.yaml\`) and from what the files say of themselves; a test fails where this page
is not what the files say. A number after a test file counts the titles in it that name the clause.
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
  return [HEAD, '| clause | rule | in code | in tests |', '|---|---|---|---|', ...rows, ''].join('\n');
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
