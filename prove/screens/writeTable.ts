import { DEMO_OFFICIALS } from '../../adapters/sign-in/demoOfficials.ts';
import type { Role } from '../../law/officials.ts';
import { sayIn } from '../../pages/rendering/words.ts';
import type { Look } from '../../test/looking/looks.ts';
import type { Language } from '../../law/languages.ts';

/** A picture that was taken: its look, who looks, the page's title. */
export type Pictured = { look: Look; who: string; language: Language; title: string };

const HEAD = `# Screens

Every page as \`npm run screens\` took it, on a telephone of 360 pixels and at 1280: the real pages over the record of
\`test/looking/\`, its legal clock standing at 16 April 2026, 12:20 in Baku. Pictures end where they are taller than 2400
(1800) pixels. Codes, serial numbers and machine time are the same in every run. All pages are shown in Azerbaijani, some
in English and Russian too.

| page | who | 360 | 1280 |
| --- | --- | --- | --- |
`;

/** The role of each official of the demo, by his name at the sign-on. */
export function rolesOfOfficials(): ReadonlyMap<string, Role> {
  return new Map(DEMO_OFFICIALS.map(({ sub, role }) => [sub, role as Role]));
}

/** The table of pictures as a document. */
export function writeTable(pictured: readonly Pictured[]): string {
  const rows = pictured.map(({ look, who, language, title }) => {
    const picture = (width: number) =>
      `[<img src="screens/${look.name}-${language}-${width}.png" width="${width === 360 ? 120 : 320}" alt="${title}, ${width}">](screens/${look.name}-${language}-${width}.png)`;
    return `| ${[`${title}<br>\`/${language}${look.page}\`<br>${look.name}`, inWords(who), picture(360), picture(1280)].join(' | ')} |`;
  });
  return `${HEAD}${rows.join('\n')}\n`;
}

function inWords(who: string): string {
  if (who === 'anyone') return 'anybody';
  if (who === 'draft') return 'whoever has the return code';
  if (who === 'applicant') return 'the applicant';
  return sayIn('', 'en')(`role.${who}`);
}
