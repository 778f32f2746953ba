// An id such as R1598/2.8-citizen, and what may follow it: ", 2.8", " and 2.3.3", "-2.3.3" name more of the same source.
const FIRST = /\b([A-Z]\d{3,4})\/([A-Z]\d?|\d+(?:\.\d+)*)(-(?:[a-z]+|\d+(?!\.?\d)))?/g;
const MORE = /^(\s*(?:,|and|-)\s*)(\d+(?:\.\d+)+)(-[a-z]+)?/;

/**
 * The clauses that a text names, each once, in the text's order: ids written out (`R1598/2.8`), and numbers after them
 * (`R1598/2.7, 2.8`) and ranges (`R1598/2.3.1-2.3.3`) where they are ids of `known`. An id written out that is not
 * `known` is in the answer too.
 */
export function clausesIn(text: string, known: readonly string[]): string[] {
  const named: string[] = [];
  for (const match of text.matchAll(FIRST)) {
    const [whole, source = '', number = '', suffix = ''] = match;
    let last = `${source}/${number}${suffix}`;
    named.push(last);
    let rest = text.slice(match.index + whole.length);
    for (let more = MORE.exec(rest); more !== null; more = MORE.exec(rest)) {
      const [part, link = '', next = '', nextSuffix = ''] = more;
      const id = `${source}/${next}${nextSuffix}`;
      if (!known.includes(id)) break;
      named.push(...(link.trim() === '-' ? between(last, id, known) : []), id);
      last = id;
      rest = rest.slice(part.length);
    }
  }
  return [...new Set(named)];
}

function between(first: string, last: string, known: readonly string[]): string[] {
  return known.slice(known.indexOf(first) + 1, known.indexOf(last));
}
