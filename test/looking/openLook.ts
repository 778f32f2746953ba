import type { BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../law/languages.ts';
import type { Look } from './looks.ts';
import type { LookingWorld } from './world.ts';

/** A look in a page of its own: the page, the document as it was sent last, and its status. */
export type Opened = { page: Page; source: () => Promise<string>; status: () => number; close: () => Promise<void> };

/** Opens a look in a language, as its visitor, in a browser that nobody else uses meanwhile; what must be done first is done. */
export async function openLook(
  { pages, visitors }: LookingWorld,
  look: Look,
  language: Language,
  browser: BrowserContext,
): Promise<Opened> {
  const somebody = await visitors.of(look.who, look.anew);
  const base = (await look.on?.()) ?? pages.url;
  await browser.clearCookies();
  const page = await browser.newPage();
  await visitors.lend(somebody, page);
  let sent = Promise.resolve<string | null>(null);
  let status = 0;
  page.on('response', (response) => {
    if (!response.request().isNavigationRequest() || (response.status() >= 300 && response.status() < 400)) return;
    status = response.status();
    sent = response.text().catch(() => null);
  });
  const at = look.at === '/' ? '' : look.at;
  await page.goto(`${base}/${language}${at}`, { waitUntil: 'load' });
  await look.act?.(page);
  await page.waitForLoadState('load');
  return {
    page,
    source: async () => (await sent) ?? page.content(),
    status: () => status,
    close: async () => {
      // What this visitor typed is kept in the browser for him, not for the next one.
      await page.evaluate('localStorage.clear()');
      await page.close();
    },
  };
}
