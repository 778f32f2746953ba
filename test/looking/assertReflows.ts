import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What a page is shown at when it is enlarged to 400 % on 1280 pixels (WCAG 1.4.10). */
const ENLARGED = { width: 320, height: 740 };

/** The spacing that a reader may set (WCAG 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Asserts that nothing has to be scrolled for sideways on 320 pixels, with a page's own spacing and with a reader's. */
export async function assertReflows(page: Page): Promise<void> {
  await page.setViewportSize(ENLARGED);
  const where = new URL(page.url()).pathname;
  const wide = () => page.evaluate<number>(`document.documentElement.scrollWidth`);
  assert.ok((await wide()) <= ENLARGED.width, `${where} is ${await wide()} px wide on 320 px`);
  await page.evaluate(
    `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(SPACING)});
       document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }`,
  );
  assert.ok((await wide()) <= ENLARGED.width, `${where} is ${await wide()} px wide on 320 px with a reader's spacing`);
}
