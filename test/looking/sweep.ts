import assert from 'node:assert/strict';
import type { Language } from '../../law/languages.ts';
import { assertGoodHtml, assertGoodShow, PHONE } from '../support/browser.ts';
import type { Look } from './looks.ts';
import { openLook } from './openLook.ts';
import type { LookingWorld } from './world.ts';

const LANES = 2;

/** A look that is not as it must be, and why. */
export type Fault = { look: string; language: Language; why: string };

/**
 * Opens every look in a language at 1280 and at 360 pixels: axe and html-validate find nothing, nothing sticks out, one
 * first heading, the status it must have, an error summary where a form had mistakes. Returns what is wrong.
 */
export async function sweep(world: LookingWorld, looks: readonly Look[], language: Language): Promise<Fault[]> {
  const left = [...looks];
  const faults: Fault[] = [];
  const lane = async () => {
    for (let look = left.shift(); look !== undefined; look = left.shift())
      try {
        await assertLook(world, look, language);
      } catch (fault) {
        faults.push({ look: look.name, language, why: fault instanceof Error ? fault.message : String(fault) });
      }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return faults;
}

async function assertLook(world: LookingWorld, look: Look, language: Language): Promise<void> {
  const { page, source, status, close } = await openLook(world, look, language);
  try {
    const mistaken = look.name.endsWith('-422');
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
    await assertGoodShow(page);
    await page.setViewportSize(PHONE);
    await assertGoodShow(page);
  } finally {
    await close();
  }
}

/** Each mistake of the summary leads to the field it speaks of. */
async function assertLinksLead(page: Awaited<ReturnType<typeof openLook>>['page']): Promise<void> {
  const dead = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.govuk-error-summary__list a')].map((a) => a.getAttribute('href'))
      .filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null)`,
  );
  assert.deepEqual(dead, [], 'mistakes that lead nowhere');
}
