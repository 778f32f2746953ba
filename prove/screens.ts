import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { BrowserContext, Page } from 'playwright-core';
import type { Language } from '../law/languages.ts';
import { instantInWords } from '../pages/rendering/dates.ts';
import { inBrowsers } from '../test/looking/inBrowsers.ts';
import { type Look, looks, roleOf } from '../test/looking/looks.ts';
import { openLook } from '../test/looking/openLook.ts';
import { states } from '../test/looking/states.ts';
import { TIMES } from '../test/looking/times.ts';
import { openLookingWorld } from '../test/looking/world.ts';
import { closeBrowser } from '../test/support/browser.ts';
import { type Pictured, rolesOfOfficials, writeTable } from './screens/writeTable.ts';

const DOCS = join(import.meta.dirname, '..', 'docs');
const FOLDER = join(DOCS, 'screens');
const WIDTHS = [
  { width: 360, height: 740, most: 2_400 },
  { width: 1280, height: 900, most: 1_800 },
] as const;

/** The error states and pages between that are pictured beside the pages themselves. */
const STATES = [
  'apply-confirmation',
  'case-sign-in-code',
  'apply-step-person-422',
  'who-422',
  'mission-identity-422',
  'missing-404',
  'suspended-403',
  'sign-in-down-503',
];
/** Shown in English and Russian too. */
const IN_ALL = ['public', 'apply', 'case-asked', 'reviewer-file-last-day'];

const only = process.argv.slice(2);
const world = await openLookingWorld();
try {
  if (only.length === 0) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const all = [...looks(world), ...states(world).filter(({ name }) => STATES.includes(name))].filter(
    ({ name }) => only.length === 0 || only.some((word) => name.includes(word)),
  );
  const wanted = (['az', 'en', 'ru'] as const).flatMap((language) =>
    all.filter(({ name }) => language === 'az' || IN_ALL.includes(name)).map((look) => ({ look, language })),
  );
  const pictured = await inBrowsers(world.pages.url, wanted, take);
  if (only.length === 0) await writeFile(join(DOCS, 'screens.md'), writeTable(pictured));
} finally {
  await closeBrowser();
  await world.stop();
}

async function take(
  browser: BrowserContext,
  { look, language }: { look: Look; language: Language },
): Promise<Pictured> {
  const { page, close } = await openLook(world, look, language, browser);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await fixWhatIsByChance(page, language);
  for (const { width, height, most } of WIDTHS) {
    await page.setViewportSize({ width, height });
    const tall = await page.evaluate<number>('document.documentElement.scrollHeight');
    const shot = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(most, Math.max(height, tall)) },
      animations: 'disabled',
      caret: 'hide',
    });
    const small = await sharp(shot)
      .png({ palette: true, colours: 16, effort: 10, compressionLevel: 9, dither: 0 })
      .toBuffer();
    await writeFile(join(FOLDER, `${look.name}-${language}-${width}.png`), small);
  }
  const who = roleOf(look.who, rolesOfOfficials());
  const title = (await page.title()).replace(/ – Möhlət$/, '');
  process.stdout.write(`${language} ${look.name}\n`);
  await close();
  return { look, who, language, title };
}

/** Codes, serial numbers and machine time differ from run to run: in pictures they are always the same. */
async function fixWhatIsByChance(page: Page, language: Language): Promise<void> {
  const today = instantInWords(new Date().toISOString(), language).split(',')[0] ?? '';
  const legal = instantInWords(TIMES.now, language);
  await page.evaluate(`(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
      node.data = node.data
        .replace(/\\b[0-9A-Z]{4}(-[0-9A-Z]{4}){6}\\b/g, 'M0H1-E7T2-0000-0000-0000-0000-0000')
        .replace(/\\b[0-9a-f]{64}\\b/g, '5eed'.repeat(16))
        .replace(/\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b/g, '00000000-0000-4000-8000-000000000000')
        .replace(/\\b([0-9a-f]{32}|[0-9a-f]{16})\\b/g, '5eed5eed5eed5eed')
        .replace(new RegExp(${JSON.stringify(today)} + ', \\\\d\\\\d:\\\\d\\\\d', 'g'), ${JSON.stringify(legal)});
  })()`);
}
