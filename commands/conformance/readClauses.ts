/** A rule of the law as the clause list has it; `area` is the heading it stands under. */
export type Clause = { id: string; area: string; kind: string; rule: string };

const AREA = /^([a-z-]+):$/;
const ROW = /^ {2}- \{id: (\S+), kind: (\w+), (?:within: [^,]+, )?rule: "(.*)"\}$/;

/** Reads law/clauses.yaml (its text): one clause a line. Throws on a line that is neither clause, area nor comment. */
export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let area = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const heading = AREA.exec(line);
    const row = ROW.exec(line);
    if (heading !== null) area = heading[1] ?? '';
    else if (row === null) throw new Error(`not a line of the clause list: ${line}`);
    else clauses.push({ id: row[1] ?? '', area, kind: row[2] ?? '', rule: row[3] ?? '' });
  }
  return clauses;
}
