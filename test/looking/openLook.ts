import type { Page } from 'playwright-core';
import type { Language } from '../../law/languages.ts';
import { openBrowser } from '../support/browser.ts';
import type { Look } from './looks.ts';
import type { LookingWorld } from './world.ts';

/** A look in a browser of its visitor's: the page, and the document as it was sent last. */
export type Opened = { page: Page; source: () => Promise<string>; status: () => number; close: () => Promise<void> };

/** Opens a look in a language, as its visitor, at 1280 pixels; what must be done first is done. */
export async function openLook({ pages, visitors }: LookingWorld, look: Look, language: Language): Promise<Opened> {
  const somebody = await visitors.of(look.who, look.anew);
  const page = await openBrowser((await look.on?.()) ?? pages.url, { reducedMotion: 'reduce' });
  await visitors.lend(somebody, page);
  let sent = Promise.resolve<string | null>(null);
  let status = 0;
  page.on('response', (response) => {
    if (!response.request().isNavigationRequest() || (response.status() >= 300 && response.status() < 400)) return;
    status = response.status();
    sent = response.text().catch(() => null);
  });
  const at = look.at === '/' ? '' : look.at;
  await page.goto(`/${language}${at}`, { waitUntil: 'load' });
  await look.act?.(page);
  await page.waitForLoadState('load');
  return {
    page,
    source: async () => (await sent) ?? page.content(),
    status: () => status,
    close: () => page.context().close(),
  };
}
