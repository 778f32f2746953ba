/**
 * A calendar's name: the ISO day of its newest piece of news, how many there were (a decision is one, its taking back
 * another), and a checksum (FNV-1a, 32 bits) over every day with the reason why it is off, such as
 * `2025-12-31/66/ce7696d5`. Calendars that disagree about a day bear different names, also when it was the rules that
 * changed and not the decisions; a decision taken back gives a further version, not the one before it. `news` is in order.
 */
export function calendarVersion(
  news: readonly string[],
  years: ReadonlyMap<number, ReadonlyMap<string, string | null>>,
  provisional: ReadonlySet<number>,
): string {
  const newest = news.at(-1) ?? 'none';
  const days = [...years.values()].flatMap((year) => [...year].map(([day, why]) => `${day} ${why ?? ''}`));
  const content = [...days, ...provisional].join('\n');
  return `${newest}/${news.length}/${checksum(content)}`;
}

function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
