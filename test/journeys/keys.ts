import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

const MOST_TABS = 400;

/** Presses Tab until the focus stands on the control (any of them, where the locator finds several); fails where none leads there. */
export async function reach(page: Page, control: Locator): Promise<void> {
  await control.first().waitFor({ state: 'attached' });
  const there = () =>
    control.evaluateAll((all: unknown[]) =>
      (all as { matches(how: string): boolean }[]).some((one) => one.matches(':focus')),
    );
  for (let n = 0; n < MOST_TABS; n += 1) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no Tab leads to ${String(control)} on ${page.url()}`);
}

/** The focus can be seen: an outline, a shadow or a background of its own, on the control or on what is drawn for it; inside the screen. */
export async function assertFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate<{ shown: boolean; inside: boolean; what: string }>(SEEN);
  assert.ok(seen.shown, `the focus is not seen on ${seen.what} at ${page.url()}`);
  assert.ok(seen.inside, `the focus is off the screen on ${seen.what} at ${page.url()}`);
}

const SEEN = `(() => {
  const at = document.activeElement;
  const drawn = [getComputedStyle(at)];
  const next = at.nextElementSibling;
  if (next !== null && next.tagName === 'LABEL') drawn.push(getComputedStyle(next, '::before'));
  const isDrawn = (style) =>
    style.boxShadow !== 'none' ||
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && !/, 0\\)|transparent/.test(style.outlineColor));
  const box = at.getBoundingClientRect();
  return {
    shown: at.matches(':focus-visible') && drawn.some(isDrawn),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    what: at.outerHTML.slice(0, 120),
  };
})()`;
