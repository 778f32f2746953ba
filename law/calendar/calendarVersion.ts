import { knownSince, type Decision } from './decision.ts';

/**
 * A calendar's name: the ISO day its newest decision became known, the number of decisions, and a checksum (FNV-1a, 32
 * bits) over every day with the reason why it is off, such as `2025-12-31/66/ce7696d5`. Calendars that disagree about a
 * day bear different names, also when it was the rules that changed and not the decisions.
 */
export function calendarVersion(
  known: readonly Decision[],
  years: ReadonlyMap<number, ReadonlyMap<string, string | null>>,
  provisional: ReadonlySet<number>,
): string {
  const newest = known.map(knownSince).sort().at(-1) ?? 'none';
  const days = [...years.values()].flatMap((year) => [...year].map(([day, why]) => `${day} ${why ?? ''}`));
  const content = [...days, ...provisional].join('\n');
  return `${newest}/${known.length}/${checksum(content)}`;
}

function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
