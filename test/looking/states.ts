import type { Page } from 'playwright-core';
import { sealFor } from '../../pages/session/sealed.ts';
import { follow } from '../support/browser.ts';
import { codeOf } from '../pages/signInApplicant.ts';
import { type Look, VISITORS } from './looks.ts';
import type { LookingWorld } from './world.ts';

const { REVIEWER, BERLIN, OPERATOR, SECOND_OPERATOR, CENTRE, AUDITOR, DRAFT, applicant, official } = VISITORS;
const TOO_LONG = 'K'.repeat(120);

type Typed = Readonly<Record<string, string>>;

/**
 * Sends the form of the main part that holds all fields named, filled in so; without names the first form that is
 * posted. What the browser would refuse to type (a date that is none) is set as a script would.
 */
export async function sendForm(page: Page, typed: Typed = {}, holds: string[] = Object.keys(typed)): Promise<void> {
  await follow(page, () => page.evaluate(`(${SEND})(${JSON.stringify(typed)}, ${JSON.stringify(holds)})`));
}

/** What runs in the page; its text, for this program knows no document. */
const SEND = `(fields, names) => {
  const forms = [...document.querySelectorAll('main form')];
  const has = (form, name) => form.querySelector('[name="' + name + '"], [value="' + name + '"]') !== null;
  const form = forms.find((one) => names.every((name) => has(one, name)) && (names.length > 0 || one.method === 'post'));
  if (form === undefined) throw new Error('no form with ' + names.join(', '));
  for (const [name, value] of Object.entries(fields)) {
    const input = form.elements.namedItem(name);
    if (input !== null) input.value = value;
  }
  form.requestSubmit();
}`;

/** Every error state: each form sent with mistakes (422), what is not found, forbidden, out of date, down, or empty. */
export function states(world: LookingWorld): Look[] {
  const { pages, cases, handover, difference, proposals } = world;
  const of = (name: keyof typeof cases) => cases[name].caseNumber;
  const counter = (name: keyof typeof cases, rest = '') => `/mission/cases/${of(name)}${rest}`;
  const wrong = (
    page: string,
    who: Look['who'],
    at: string,
    name: string,
    typed: Typed = {},
    holds?: string[],
  ): Look => ({
    ...{ page, who, at, name: `${name}-422` },
    act: (opened) => sendForm(opened, typed, holds),
  });
  return [
    wrong('/who', 'anyone', '/who', 'who', {}, ['kind']),
    wrong('/check', 'anyone', '/check', 'check'),
    wrong('/apply/steps/:step', DRAFT, '/apply/steps/person', 'apply-step-person', {
      'applicant_birthDate-day': '31',
      'applicant_birthDate-month': '2',
    }),
    wrong('/apply/steps/:step', DRAFT, '/apply/steps/contact', 'apply-step-contact', { applicant_email: 'none' }),
    wrong('/apply/return', 'anyone', '/apply/return', 'apply-return', { code: '0000-0000' }),
    wrong('/apply/files', DRAFT, '/apply/files', 'apply-files', {}, ['kind', 'identity-document']),
    wrong('/case/sign-in', 'anyone', '/case/sign-in', 'case-sign-in'),
    {
      ...wrong('/case/sign-in/code', 'anyone', '/case/sign-in', 'case-sign-in-code'),
      act: async (page) => {
        await sendForm(page, { code: cases.asked.trackingCode });
        await sendForm(page, { code: '12' });
      },
    },
    {
      ...wrong('/case/sign-in/code', 'anyone', '/case/sign-in', 'case-sign-in-code'),
      name: 'case-sign-in-code',
      act: (page) => sendForm(page, { code: cases.asked.trackingCode }),
    },
    wrong('/case/appointment', applicant('booked'), '/case/appointment', 'case-appointment', {}, ['slot']),
    wrong('/case/mend', applicant('mending'), '/case/mend', 'case-mend'),
    wrong('/mission/slots', BERLIN, '/mission/slots?day=2026-04-17', 'mission-slots', { times: 'noon', minutes: '3' }),
    wrong('/mission/cases/:number', BERLIN, counter('inviting'), 'mission-case-invite', { fromDay: '2026-01-01' }),
    wrong('/mission/cases/:number', BERLIN, counter('booked'), 'mission-case-photograph', {}, ['photograph']),
    wrong('/mission/cases/:number', BERLIN, counter('signing'), 'mission-case-sign', { certificateContract: '<b>' }),
    wrong('/mission/cases/:number/identity', BERLIN, counter('booked', '/identity'), 'mission-identity', {}, ['came']),
    wrong(
      '/mission/cases/:number/identity/second',
      official('ankara-officer-2'),
      counter('second', '/identity/second'),
      'mission-second',
      {},
      ['confirms'],
    ),
    wrong('/mission/cases/:number/handing-over', BERLIN, counter('signed', '/handing-over'), 'mission-handing-over', {
      paperNumber: '<b>',
    }),
    wrong('/custody', BERLIN, '/custody', 'custody', {}, ['taker']),
    wrong(
      '/custody/handovers/:id',
      official('foreign-affairs-1'),
      `/custody/handovers/${handover}`,
      'custody-handover',
      {},
      ['found-0'],
    ),
    wrong('/custody/cases/:number/items', CENTRE, `/custody/cases/${of('lacking')}/items`, 'custody-items', {
      token: '<b>',
    }),
    wrong('/custody/cases/:number/report', CENTRE, `/custody/cases/${of('inviting')}/report`, 'custody-report'),
    wrong('/custody/differences/:id', OPERATOR, `/custody/differences/${difference}`, 'custody-difference'),
    wrong(
      '/reviewer/files/:number/negative',
      REVIEWER,
      `/reviewer/files/${of('asked')}/negative`,
      'reviewer-negative',
      { code: TOO_LONG },
    ),
    wrong('/reviewer/absence', REVIEWER, '/reviewer/absence', 'reviewer-absence', { 'from-day': '40' }),
    wrong('/operator', OPERATOR, '/operator', 'operator', { number: 'nothing' }),
    wrong('/operator/cases/:number', OPERATOR, `/operator/cases/${of('unreached')}`, 'operator-case', {}, [
      'delivered',
      'document',
    ]),
    wrong('/operator/clock', OPERATOR, '/operator/clock', 'operator-clock', {}, ['forwardTo']),
    wrong('/operator/announcements', OPERATOR, '/operator/announcements', 'operator-announcements', {}, ['until']),
    wrong('/operator/cases/:number/finding', OPERATOR, `/operator/cases/${of('lastDay')}/finding`, 'operator-finding', {
      document: '<b>',
    }),
    wrong('/operator/users', OPERATOR, '/operator/users', 'operator-users', {}, ['why']),
    wrong('/calendar', 'anyone', '/calendar', 'calendar', { year: '1', known: '2026-02-30' }),
    wrong('/calendar/editor/new', OPERATOR, '/calendar/editor/new', 'calendar-editor-new', {
      day1: '2026-05-08',
    }),
    wrong('/calendar/editor/take-back', OPERATOR, '/calendar/editor/take-back', 'calendar-editor-take-back', {}, [
      'source',
    ]),
    wrong('/calendar/editor/:id', SECOND_OPERATOR, `/calendar/editor/${proposals.seen}`, 'calendar-editor-reject', {
      reason: 'x',
    }),
    wrong('/centre/cases/:number', CENTRE, `/centre/cases/${of('copies')}`, 'centre-case', { serial: 'another' }),
    {
      ...{ page: '/auditor', who: AUDITOR, name: 'auditor-422', status: 422 },
      at: '/auditor?chain=%22&what=&actor=&from=yesterday&until=',
    },
    {
      ...{ page: '/apply/confirmation', who: DRAFT, at: '/apply/tasks', name: 'apply-confirmation', anew: true },
      act: async (page) => {
        // As if this browser had just sent its draft in: the page is shown to no other.
        await pages.owner.run(
          `UPDATE session SET sess = jsonb_set(sess::jsonb, '{registered}', $1::jsonb)::json WHERE sess::jsonb ? 'draftId'`,
          [JSON.stringify(sealFor(pages.record, { ...cases.asked, registeredAt: '2026-04-15T11:05:00.000Z' }))],
        );
        await page.goto(page.url().replace('/tasks', '/confirmation'));
      },
    },
    { page: '/', who: 'anyone', at: '/no-such-page', name: 'missing-404', status: 404 },
    {
      page: '/reviewer/files/:number',
      who: BERLIN,
      at: `/reviewer/files/${of('asked')}`,
      name: 'foreign-404',
      status: 404,
    },
    {
      ...{ page: '/sign-in', who: 'anyone', at: '/check', name: 'form-out-of-date-403', status: 403 },
      act: (page) => sendForm(page, { _csrf: 'out of date' }),
    },
    {
      page: '/sign-in/start',
      who: 'anyone',
      at: '/sign-in/start',
      name: 'sign-in-down-503',
      status: 503,
      on: world.signInDown,
    },
    { page: '/sign-in', who: 'anyone', at: '/sign-in?refused=1', name: 'sign-in-refused' },
    {
      ...{ page: '/reviewer', who: official('foreign-intelligence-reviewer-2'), at: '/reviewer/shortcuts', anew: true },
      status: 403,
      name: 'suspended-403',
      act: async (page) => {
        const suspend = (at: string) =>
          pages.owner.run(
            `UPDATE official SET suspended_at = ${at}, suspended_by = ${at === 'NULL' ? at : `'operator-1'`}
              WHERE sub = 'foreign-intelligence-reviewer-2'`,
          );
        await suspend('machine_now()');
        await page.reload({ waitUntil: 'domcontentloaded' });
        await suspend('NULL');
      },
    },
    { page: '/reviewer', who: REVIEWER, at: '/reviewer?show=mine', name: 'reviewer-empty' },
    { page: '/mission', who: official('washington-officer-1'), at: '/mission', name: 'mission-empty' },
    { page: '/centre', who: official('centre-asan-1'), at: '/centre', name: 'centre-empty' },
    { page: '/custody', who: official('nar-1'), at: '/custody', name: 'custody-empty' },
    { page: '/copies', who: official('nar-1'), at: '/copies', name: 'copies-empty' },
    {
      ...{ page: '/case', who: 'anyone', at: '/case/sign-in', name: 'case-first-sign-in', anew: true },
      act: async (page) => {
        await sendForm(page, { code: cases.middle.trackingCode });
        await sendForm(page, { code: await codeOf(pages, cases.middle.caseNumber) });
      },
    },
  ];
}

/** Forms that ask for nothing that could be mistaken, and what they ask. */
export const NO_MISTAKES: Readonly<Record<string, string>> = {
  '/sign-out': 'one button',
  '/apply': 'one button',
  '/apply/check': 'one button, once everything is there',
  '/case/withdraw': 'one button',
  '/reviewer/files/:number': 'buttons, and a colleague chosen from a list',
  '/calendar/editor/:id/confirm': 'one button',
};
