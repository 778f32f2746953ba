import assert from 'node:assert/strict';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language } from '../../law/languages.ts';
import { type Say, sayIn } from '../../pages/rendering/words.ts';
import { follow, openBrowser, PHONE } from '../support/browser.ts';
import { assertFocusSeen, reach } from './keys.ts';

/** How somebody uses the pages; every journey is walked in each way. */
export const MODES = {
  desk: { keys: false, options: {} },
  telephone: { keys: false, options: { viewport: PHONE } },
  'no-script': { keys: false, options: { viewport: PHONE, javaScriptEnabled: false } },
  keyboard: { keys: true, options: {} },
} as const satisfies Record<string, { keys: boolean; options: BrowserContextOptions }>;
export type Mode = keyof typeof MODES;

/** A file to send, as a browser would name it. */
export type Attached = { name: string; mimeType: string; buffer: Buffer };

/**
 * Somebody's hand on the pages of one language, in one way: it finds controls by their role and by the words they bear,
 * and on every page it comes to it looks whether that is one (`assertArrived`).
 */
export async function openHand(base: string, language: Language, mode: Mode) {
  const { keys, options } = MODES[mode];
  const page = await openBrowser(base, { ...options, reducedMotion: 'reduce' });
  const main = page.locator('main');
  // Listening from the beginning: what a key opens must be caught before it is pressed.
  page.on('filechooser', () => undefined);

  const focus = async (control: Locator) => {
    await reach(page, control);
    await assertFocusSeen(page);
  };
  const go = async (control: Locator) => {
    if (keys) await focus(control);
    await follow(page, () => (keys ? page.keyboard.press('Enter') : control.click()));
    await assertArrived(page, language, mode);
  };
  // By its text: what is added for who does not see the page (": QR-2026-000001") follows without a space.
  const button = (name: string) => main.getByRole('button').filter({ hasText: name }).first();

  const toChooser = async (way: Locator, sub: string) => {
    if (keys) await focus(way);
    await follow(page, () => (keys ? page.keyboard.press('Enter') : way.click()));
    const person = page.locator(`button[value="${sub}"]`);
    if (keys) await reach(page, person);
    await follow(page, () => (keys ? page.keyboard.press('Enter') : person.click()));
    await assertArrived(page, language, mode);
  };

  return {
    page,
    main,
    language,
    /** The words of an area, in this hand's language. */
    words: (area: string): Say => sayIn(area, language),
    async open(path: string): Promise<void> {
      await page.goto(`/${language}${path}`);
      await assertArrived(page, language, mode);
    },
    press: (name: string) => go(button(name)),
    /** Presses the button of a form or section that is named otherwise too. */
    pressIn: (part: Locator, name: string) => go(part.getByRole('button', { name }).first()),
    follow: (name: string) => go(page.getByRole('link', { name }).first()),
    go,
    async write(control: Locator | string, text: string): Promise<void> {
      const field = typeof control === 'string' ? main.getByLabel(control, { exact: true }) : control;
      if (!keys) return field.fill(text);
      await focus(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    /** A day in its three fields. */
    async writeDay(legend: string, [day, month, year]: readonly [string, string, string], t: Say): Promise<void> {
      const group = main.getByRole('group', { name: legend });
      for (const [name, text] of [
        ['date.day', day],
        ['date.month', month],
        ['date.year', year],
      ] as const)
        await this.write(group.getByLabel(t(name), { exact: true }), text);
    },
    /** An ISO day in a field of the browser's own kind for days; by keys in the order of its language, month first. */
    async writeDate(field: Locator, iso: string): Promise<void> {
      if (!keys) return field.fill(iso);
      await focus(field);
      const [year, month, day] = iso.split('-');
      await page.keyboard.type(`${month}${day}${year}`);
      assert.equal(await field.inputValue(), iso, 'written by keys');
    },
    async choose(legend: string, option: string): Promise<void> {
      const radio = main.getByRole('group', { name: legend }).getByRole('radio', { name: option, exact: true });
      if (!keys) return radio.check();
      await focus(main.getByRole('group', { name: legend }).getByRole('radio'));
      // Arrows are how a group of radios is chosen from; Space takes the one the focus came to.
      await page.keyboard.press('Space');
      for (let n = 0; n < 20 && !(await radio.isChecked()); n += 1) await page.keyboard.press('ArrowDown');
      assert.ok(await radio.isChecked(), `${option} is chosen by keys`);
    },
    async tick(name: string): Promise<void> {
      const box = main.getByRole('checkbox', { name }).first();
      if (!keys) return box.check();
      if (await box.isChecked()) return;
      await focus(box);
      await page.keyboard.press('Space');
      assert.ok(await box.isChecked(), `${name} is ticked by a key`);
    },
    /** The first of a group of radios, whatever it says. */
    async chooseFirst(legend: string): Promise<void> {
      const radio = main.getByRole('group', { name: legend }).getByRole('radio').first();
      if (!keys) return radio.check();
      await focus(radio);
      await page.keyboard.press('Space');
    },
    async pick(label: string | Locator, option: string): Promise<void> {
      const list = typeof label === 'string' ? main.getByLabel(label, { exact: true }) : label;
      if (!keys) {
        await list.selectOption({ label: option });
        return;
      }
      await focus(list);
      const away = await list.evaluate((one: unknown, wanted) => {
        const { options, selectedIndex } = one as { options: ArrayLike<{ text: string }>; selectedIndex: number };
        return Array.from(options).findIndex(({ text }) => text === wanted) - selectedIndex;
      }, option);
      for (let n = 0; n < Math.abs(away); n += 1) await page.keyboard.press(away > 0 ? 'ArrowDown' : 'ArrowUp');
      const picked = await list.evaluate(
        (one: unknown) => (one as { selectedOptions: ArrayLike<{ text: string }> }).selectedOptions[0]?.text,
      );
      assert.equal(picked, option, 'picked by keys');
    },
    async attach(label: string | Locator, file: Attached): Promise<void> {
      const input = typeof label === 'string' ? main.getByLabel(label, { exact: true }) : label;
      // Where scripts run, the field is a button of ours, which opens the browser's.
      if (mode === 'no-script') return input.setInputFiles(file);
      if (keys) await focus(input);
      const chooser = page.waitForEvent('filechooser');
      await (keys ? page.keyboard.press('Enter') : input.click());
      await (await chooser).setFiles(file);
    },
    /** Folds a part of the page open. */
    async unfold(name: string): Promise<void> {
      const fold = main.locator('summary', { hasText: name }).first();
      if (keys) {
        await focus(fold);
        await page.keyboard.press('Enter');
      } else await fold.click();
    },
    /** The page names that many mistakes, and its summary leads to the first; where scripts run it has the focus. */
    async seesMistakes(n?: number): Promise<void> {
      const summary = main.locator('.govuk-error-summary');
      const named = await summary.locator('li').count();
      assert.ok(n === undefined ? named > 0 : named === n, `${named} mistakes on ${page.url()}: ${await this.says()}`);
      if (mode !== 'no-script')
        assert.equal(await page.evaluate(`document.activeElement.className`), 'govuk-error-summary');
    },
    /** What the page says, white space run together. */
    says: async () => ((await main.textContent()) ?? '').replace(/\s+/g, ' ').trim(),
    async sees(text: string): Promise<void> {
      const said = ((await main.textContent()) ?? '').replace(/\s+/g, ' ');
      assert.ok(said.includes(text.replace(/\s+/g, ' ')), `“${text}” on ${page.url()}:\n${said.slice(0, 1500)}`);
    },
    /** Signs an official in at the sign-on's chooser. */
    async signIn(sub: string): Promise<void> {
      await this.open('/sign-in');
      await toChooser(main.locator('a.govuk-button--start'), sub);
    },
    /** Follows a link to a page that asks for a fresh sign-in first, and signs in again. */
    signInAnew: (link: string, sub: string) => toChooser(button(link), sub),
    close: () => page.context().close(),
  };
}

export type Hand = Awaited<ReturnType<typeof openHand>>;

/** The page is one: the language, one first heading, no gap left in a sentence, a title that tells of mistakes, its width. */
async function assertArrived(page: Page, language: Language, mode: Mode): Promise<void> {
  await page.waitForLoadState('load');
  const where = `${new URL(page.url()).pathname} in ${language}, ${mode}`;
  const seen = await page.evaluate<{ lang: string; h1: number; wide: number; shown: number; text: string }>(
    `({ lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length,
        wide: document.documentElement.scrollWidth, shown: window.innerWidth, text: document.body.innerText })`,
  );
  assert.equal(seen.lang, language, where);
  assert.equal(seen.h1, 1, `one first heading at ${where}`);
  assert.ok(seen.wide <= seen.shown + 1, `${where} is ${seen.wide} px wide on ${seen.shown} px`);
  assert.doesNotMatch(seen.text, /\{\w+\}|\bundefined\b|\[object|\bnull\b/, where);
}
