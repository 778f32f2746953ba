import { unseal } from '../../cases/record/seal.ts';
import type { Page } from 'playwright-core';
import { follow } from '../support/browser.ts';
import type { Browsing } from './browsing.ts';
import type { TestPages } from './openPages.ts';

/** The one-time code that was last written for a case, as its letter would have it. */
export async function codeOf(pages: Pick<TestPages, 'owner' | 'record'>, caseNumber: string): Promise<string> {
  const row = await pages.owner.one<{ sealed_facts: Buffer; sealed_key: Buffer }>(
    `SELECT n.sealed_facts, c.sealed_key FROM notice n JOIN "case" c ON c.number = n.case_number
      WHERE n.case_number = $1 AND n.kind = 'sign-in-code' ORDER BY n.next_attempt_at DESC LIMIT 1`,
    [caseNumber],
  );
  const facts = unseal(pages.record.seal.openKey(row.sealed_key), row.sealed_facts).toString();
  return (JSON.parse(facts) as { code: string }).code;
}

/** An applicant who signed in with his tracking code and the code from his e-mail. */
export async function applicantOf(
  pages: Pick<TestPages, 'owner' | 'record' | 'visit'>,
  { caseNumber, trackingCode }: { caseNumber: string; trackingCode: string },
  language = 'en',
): Promise<Browsing> {
  const somebody = pages.visit();
  await somebody.get(`/${language}/case/sign-in`);
  await somebody.submit({ code: trackingCode });
  const arrived = await somebody.submit({ code: await codeOf(pages, caseNumber) });
  if (!arrived.url.endsWith('/case')) throw new Error(`not signed in: ${arrived.url}\n${arrived.html}`);
  return somebody;
}

/** The same in a browser, by the keyboard. */
export async function signInApplicantOnPage(
  page: Page,
  pages: Pick<TestPages, 'owner' | 'record'>,
  { caseNumber, trackingCode }: { caseNumber: string; trackingCode: string },
  language = 'en',
): Promise<void> {
  await page.goto(`/${language}/case/sign-in`);
  await page.locator('#code').fill(trackingCode);
  await follow(page, () => page.keyboard.press('Enter'));
  await page.locator('#code').fill(await codeOf(pages, caseNumber));
  await follow(page, () => page.keyboard.press('Enter'));
}
