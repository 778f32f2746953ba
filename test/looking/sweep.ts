import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../law/languages.ts';
import { assertGoodHtml, assertGoodShow, DESK, PHONE } from '../support/browser.ts';
import { assertReflows } from './assertReflows.ts';
import { inBrowsers } from './inBrowsers.ts';
import type { Look } from './looks.ts';
import { openLook } from './openLook.ts';
import type { LookingWorld } from './world.ts';

/** The sizes at which a page is looked at. */
export const SIZES = [DESK, PHONE] as const;
type Size = (typeof SIZES)[number];

/** A look that is not as it must be, and why. */
export type Fault = { look: string; language: Language; why: string };

/**
 * Opens every look in a language, each at the sizes given for it (both, unless said): axe and html-validate find nothing,
 * nothing sticks out, nor on 320 pixels, one first heading, the status it must have, an error summary where a form had mistakes. Returns
 * what is wrong.
 */
export async function sweep(
  world: LookingWorld,
  looks: readonly Look[],
  language: Language,
  sizes: (look: Look) => readonly Size[] = () => SIZES,
): Promise<Fault[]> {
  const found = await inBrowsers(world.pages.url, looks, async (browser, look): Promise<Fault[]> => {
    try {
      await assertLook(world, { look, language, sizes: sizes(look) }, browser);
      return [];
    } catch (fault) {
      return [{ look: look.name, language, why: fault instanceof Error ? fault.message : String(fault) }];
    }
  });
  return found.flat();
}

async function assertLook(
  world: LookingWorld,
  { look, language, sizes }: { look: Look; language: Language; sizes: readonly Size[] },
  browser: BrowserContext,
): Promise<void> {
  const { page, source, status, close } = await openLook(world, look, language, browser);
  try {
    const mistaken = isMistaken(look);
    assert.equal(status(), look.status ?? (mistaken ? 422 : 200), `the status of ${page.url()}`);
    assert.equal(await page.locator('h1').count(), 1, 'one first heading');
    assert.equal(
      await page.locator('.govuk-error-summary').count(),
      mistaken || look.tells === true ? 1 : 0,
      'error summaries',
    );
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    if (mistaken) await assertLinksLead(page);
    await assertGoodHtml(await source(), look.name);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await assertGoodShow(page);
    }
    await assertReflows(page);
  } finally {
    await close();
  }
}

/** A form sent with mistakes is what is looked at. */
export function isMistaken({ name }: Look): boolean {
  return name.endsWith('-422');
}

/** Each mistake of the summary leads to the field it speaks of. */
async function assertLinksLead(page: Page): Promise<void> {
  const dead = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.govuk-error-summary__list a')].map((a) => a.getAttribute('href'))
      .filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null)`,
  );
  assert.deepEqual(dead, [], 'mistakes that lead nowhere');
}
