import type { BrowserContext } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';

/** As many as keep a small machine busy while others wait for an answer. */
const BROWSERS = 4;

/** Does something with every item, in a few browsers at once, each with one item at a time; the answers in the items' order. */
export async function inBrowsers<T, R>(
  base: string,
  items: readonly T[],
  act: (browser: BrowserContext, item: T) => Promise<R>,
): Promise<R[]> {
  const left = [...items.entries()];
  const done: R[] = [];
  const browse = async () => {
    const first = await openBrowser(base, { reducedMotion: 'reduce' });
    const browser = first.context();
    try {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const [at, item] = next;
        done[at] = await act(browser, item);
      }
    } finally {
      await browser.close();
    }
  };
  await Promise.all(Array.from({ length: BROWSERS }, browse));
  return done;
}
