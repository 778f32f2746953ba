import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { type Browser, type BrowserContextOptions, chromium as playwright, type Page } from 'playwright-core';
import { unpackedChromium } from './unpackedChromium.ts';

const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How a template is written, not what it says to a browser.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // How a browser writes down a page that cannot be asked for again (a form with mistakes): novalidate="".
    'attribute-boolean-style': 'off',
    // The components' own markup (govuk-frontend): role="group" on a fieldset, role="button" on a link that looks like one.
    'no-redundant-role': 'off',
    // Checkboxes of one name are a list (HTML 4.10.18.1); the rule knows that of radios alone.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    'prefer-native-element': ['error', { exclude: ['button'] }],
  },
});

/** What is waited for comes within a second or two; a machine that does much else besides takes its time. */
const PATIENCE_MS = 120_000;

let launched: Promise<Browser> | null = null;

/** The Chromium that comes with npm, started once a test file. */
async function launch(): Promise<Browser> {
  launched ??= unpackedChromium().then((executablePath) =>
    playwright.launch({
      executablePath,
      timeout: PATIENCE_MS,
      headless: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
      ],
    }),
  );
  return launched;
}

/** Ends the browser of this test file; call it in `after`. One that did not come up has failed its test already. */
export async function closeBrowser(): Promise<void> {
  const browser = await launched?.catch(() => null);
  launched = null;
  await browser?.close();
}

/** A new visitor's page: 1280 x 900 with JavaScript unless said (`{ viewport: PHONE }`, `{ javaScriptEnabled: false }`). */
export async function openBrowser(base: string, options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await launch();
  const context = await browser.newContext({ baseURL: base, viewport: DESK, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}

/** A screen on a desk. */
export const DESK = { width: 1280, height: 900 };
/** A telephone of 360 pixels. */
export const PHONE = { width: 360, height: 740 };

/** Does what leads to another page (a click, a key) and waits until that page is there. */
export async function follow(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), act()]);
}

/** Signs in at the provider's chooser as one of the demo's officials; ends on the page of his role, or on `to`. */
export async function signInOnPage(page: Page, sub: string, language = 'en'): Promise<void> {
  await page.goto(`/${language}/sign-in`);
  await follow(page, () => page.locator('a.govuk-button--start').click());
  await follow(page, () => page.locator(`button[value="${sub}"]`).click());
}

/**
 * Asserts that the open page is one: axe finds nothing at WCAG 2.2 AA, html-validate nothing, nothing sticks out at the
 * width it is shown at, and no script broke the policy. `disable` names axe rules with a reason in the test.
 */
export async function assertGoodPage(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  const source = await page.evaluate<string>(`fetch(location.href).then((answer) => answer.text())`);
  const isForm = (await page.locator('.govuk-error-summary').count()) > 0;
  await assertGoodHtml(isForm ? await page.content() : source, where);
  await assertGoodShow(page);
}

/** Asserts that html-validate finds nothing in a page as it was sent. */
export async function assertGoodHtml(source: string, where: string): Promise<void> {
  const report = await html.validateString(source);
  const faults = report.results.flatMap(({ messages }) =>
    messages
      .filter(({ severity }) => severity === 2)
      .map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
  );
  assert.deepEqual(faults, [], `html-validate on ${where}`);
}

/**
 * The button of a file field (govuk-frontend) is named by its label and all it shows, so by every word that can be seen
 * on it (2.5.3); axe reads two of its lines as one word, for the comma between them is only heard.
 */
const isOnlyStitched = (rule: string, node: string) =>
  rule === 'label-content-name-mismatch' && node.startsWith('<button class="govuk-file-upload-button ');

/** Asserts that axe finds nothing at WCAG 2.2 AA at the width the page is shown at, and that nothing sticks out. */
export async function assertGoodShow(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  // Legacy mode: no frame of another origin is here, for which alone axe would open a page of its own each time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    // The rest of what it can tell is not asked for: it takes longer to write down than the violations to find.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) => {
    const faulty = nodes.map(({ html: node }) => node.slice(0, 160)).filter((node) => !isOnlyStitched(id, node));
    return faulty.length === 0 ? [] : [`${id}: ${faulty.join(' | ')}`];
  });
  assert.deepEqual(found, [], `axe on ${where}`);
  const [wide, shown] = await page.evaluate<[number, number]>(
    `[document.documentElement.scrollWidth, window.innerWidth]`,
  );
  assert.ok(wide <= shown + 1, `${where} is ${wide} px wide on ${shown} px`);
}
