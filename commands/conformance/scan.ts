import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clausesIn } from './clausesIn.ts';

/** A file that names a clause; `titles` counts the tests whose title does (0 in code). */
export type Place = { clause: string; file: string; titles: number };

const CODE = ['law', 'cases', 'workflows', 'activities', 'adapters', 'api', 'proof', 'workers'];
// The list itself, and the words of refusals, name every clause without carrying one out.
const LISTS = ['law/clauses.ts', 'law/signature-issuance/refusalWords.ts'];
// Its titles speak of the ids as such, real and invented.
const ABOUT_IDS = ['test/clauses.test.ts'];
const TITLE = /\b(?:it|test|describe)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;

/** Where the code (rooms that carry out the law) and the tests name clauses; paths from `root` with forward slashes. */
export function scan(root: string, known: readonly string[]): { code: Place[]; tests: Place[] } {
  const filesOf = (pattern: string, left: readonly string[]) =>
    globSync(pattern, { cwd: root })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !left.includes(file))
      .sort();
  const places = (files: string[]) =>
    files.flatMap((file) => placesIn(file, readFileSync(join(root, file), 'utf8'), known));
  return {
    code: places(filesOf(`{${CODE.join(',')}}/**/*.ts`, LISTS)),
    tests: places(filesOf('test/**/*.test.ts', ABOUT_IDS)),
  };
}

function placesIn(file: string, text: string, known: readonly string[]): Place[] {
  const titles = Array.from(text.matchAll(TITLE), ([, , title = '']) => clausesIn(title, known));
  return clausesIn(text, known).map((clause) => ({
    clause,
    file,
    titles: titles.filter((named) => named.includes(clause)).length,
  }));
}
