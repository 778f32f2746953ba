import type { Page } from 'playwright-core';
import type { TestPages } from '../pages/openPages.ts';
import type { Browsing } from '../pages/browsing.ts';
import { applicantOf } from '../pages/signInApplicant.ts';

/** Who opens a page: anybody, an official by his name at the sign-on, or whoever holds a case or a draft of the world. */
export type Who = 'anyone' | { official: string } | { applicant: string } | { draft: string };

const COOKIE = '__Host-mohlet';

type Applied = { caseNumber: string; trackingCode: string };

/** Signs each visitor in once over HTTP and lends his cookies to the browser; a session speaks every language. */
export function openVisitors(pages: TestPages, applied: Readonly<Record<string, Applied>>, draftCode: string) {
  const known = new Map<string, Promise<Browsing>>();

  const signIn = async (who: Exclude<Who, 'anyone'>): Promise<Browsing> => {
    if ('official' in who) return pages.visitAs(who.official, 'az');
    if ('draft' in who) {
      const somebody = pages.visit();
      await somebody.get('/az/apply/return');
      await somebody.submit({ code: draftCode });
      return somebody;
    }
    const one = applied[who.applicant];
    if (one === undefined) throw new Error(`no case is called ${who.applicant}`);
    return applicantOf(pages, one, 'az');
  };

  return {
    /** Somebody signed in, the same each time; `anew` is a session of its own. */
    async of(who: Who, anew = false): Promise<Browsing> {
      if (who === 'anyone') return pages.visit();
      const name = JSON.stringify(who);
      const signedIn = (anew ? undefined : known.get(name)) ?? signIn(who);
      if (!anew) known.set(name, signedIn);
      const somebody = await signedIn;
      // Machine time goes on while pages are looked at: limits, sign-ins and heartbeats stay as of now.
      await pages.owner.run(`DELETE FROM rate_limit`);
      await pages.owner.run(`UPDATE channel SET last_beat = machine_now()`);
      await pages.owner.run(
        `UPDATE session SET sess = jsonb_set(sess::jsonb, '{official,authenticatedAt}',
                to_jsonb(floor(extract(epoch FROM machine_now()))))::json WHERE sess::jsonb ? 'official'`,
      );
      return somebody;
    },
    /** Gives a session's cookie to a browser: as the provider of it would, for Playwright's own way knows no `__Host-`. */
    async lend(somebody: Browsing, page: Page): Promise<void> {
      const pair = somebody.cookies.get(COOKIE);
      if (pair === undefined) return;
      const devtools = await page.context().newCDPSession(page);
      const value = pair.slice(COOKIE.length + 1);
      const { success } = await devtools.send('Network.setCookie', {
        ...{ name: COOKIE, value, url: `${pages.url}/`, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
        sourceScheme: 'Secure',
      });
      if (!success) throw new Error('the browser did not take the session');
      await devtools.detach();
    },
  };
}
