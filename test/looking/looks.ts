import type { Page } from 'playwright-core';
import type { Role } from '../../law/officials.ts';
import type { LookingWorld } from './world.ts';
import type { Who } from './visitors.ts';

/** One way to look at a page: its path in PAGES, a name of its own, who opens it, where, and what is done there first. */
export type Look = {
  page: string;
  name: string;
  who: Who;
  at: string;
  /** Done on the page before it is looked at (a form sent with mistakes, a fold opened). */
  act?: (page: Page) => Promise<unknown>;
  /** Signed in for this look alone: it ends the session or must not find what another left. */
  anew?: boolean;
  /** Where the pages stand, if not in the world's own installation. */
  on?: () => Promise<string>;
  /** It tells of mistakes by itself, nothing having been sent. */
  tells?: boolean;
  /** The status the page itself is answered with, where that is not 200. */
  status?: number;
};

/** A page that is a file or only leads on: asked for, never looked at. */
export type Fetched = { page: string; who: Who; at: string; leadsTo?: RegExp };

const official = (sub: string): Who => ({ official: sub });
const applicant = (name: string): Who => ({ applicant: name });
const DRAFT: Who = { draft: 'half' };
const REVIEWER = official('internal-affairs-reviewer-1');
const BERLIN = official('berlin-officer-1');
const OPERATOR = official('operator-1');
const SECOND_OPERATOR = official('operator-2');
const CENTRE = official('centre-e-imza-1');
const AUDITOR = official('auditor-1');
export const VISITORS = { REVIEWER, BERLIN, OPERATOR, SECOND_OPERATOR, CENTRE, AUDITOR, DRAFT, applicant, official };

const look = (page: string, who: Who, at = page, name = nameOf(page)): Look => ({ page, name, who, at });

/** Every page of PAGES as somebody it is for sees it; of some, several states. */
export function looks({ cases, handover, difference, proposals }: LookingWorld): Look[] {
  const of = (name: keyof typeof cases) => cases[name].caseNumber;
  const mission = (name: keyof typeof cases, rest = '') => `/mission/cases/${of(name)}${rest}`;
  return [
    look('/', 'anyone', '/', 'public'),
    look('/who', 'anyone'),
    look('/who', 'anyone', '/who?kind=foreigner&country=DEU', 'who-yes'),
    look('/who', 'anyone', '/who?kind=foreigner&country=AZE', 'who-no'),
    look('/check', 'anyone'),
    look('/state', 'anyone'),
    look('/statistics', 'anyone'),
    look('/calendar', 'anyone'),
    look('/api', 'anyone'),
    look('/api/:area', 'anyone', '/api/drafts', 'api-area'),
    look('/sign-in', 'anyone'),
    look('/sign-out', OPERATOR),
    look('/apply', 'anyone'),
    look('/apply/return', 'anyone'),
    look('/apply/code', DRAFT),
    look('/apply/tasks', DRAFT),
    ...['who', 'certificate', 'person', 'document', 'contact', 'account', 'declarations'].map((step) =>
      look('/apply/steps/:step', DRAFT, `/apply/steps/${step}`, `apply-step-${step}`),
    ),
    look('/apply/files', DRAFT),
    { ...look('/apply/check', DRAFT), tells: true },
    look('/case/sign-in', 'anyone'),
    look('/case', applicant('asked'), '/case', 'case-asked'),
    look('/case', applicant('mending'), '/case', 'case-mending'),
    look('/case', applicant('booked'), '/case', 'case-booked'),
    look('/case', applicant('refused'), '/case', 'case-refused'),
    look('/case/withdraw', applicant('asked')),
    look('/case/appointment', applicant('booked'), '/case/appointment?zone=Asia/Tokyo'),
    look('/case/mend', applicant('mending')),
    look('/mission', BERLIN),
    look('/mission/slots', BERLIN, '/mission/slots?day=2026-04-16'),
    look('/mission/cases/:number', BERLIN, mission('inviting'), 'mission-case-invite'),
    look('/mission/cases/:number', BERLIN, mission('booked'), 'mission-case-identity'),
    look('/mission/cases/:number', BERLIN, mission('signing'), 'mission-case-sign'),
    look('/mission/cases/:number/identity', BERLIN, mission('booked', '/identity')),
    look('/mission/cases/:number/identity/second', official('ankara-officer-2'), mission('second', '/identity/second')),
    look('/mission/cases/:number/handing-over', BERLIN, mission('signed', '/handing-over')),
    look('/custody', CENTRE, '/custody', 'custody-centre'),
    look('/custody', official('courier-7'), '/custody', 'custody-courier'),
    look('/custody/handovers/:id', official('foreign-affairs-1'), `/custody/handovers/${handover}`),
    look('/custody/cases/:number/items', CENTRE, `/custody/cases/${of('lacking')}/items`),
    look('/custody/cases/:number/report', CENTRE, `/custody/cases/${of('inviting')}/report`),
    look('/custody/differences/:id', OPERATOR, `/custody/differences/${difference}`),
    look('/copies', official('foreign-affairs-1'), '/copies', 'copies-ministry'),
    look('/copies', BERLIN, '/copies', 'copies-mission'),
    look('/reviewer', REVIEWER),
    look('/reviewer/files/:number', REVIEWER, `/reviewer/files/${of('lastDay')}`, 'reviewer-file-last-day'),
    look('/reviewer/files/:number', REVIEWER, `/reviewer/files/${of('asked')}`),
    look('/reviewer/files/:number/negative', REVIEWER, `/reviewer/files/${of('asked')}/negative`),
    look('/reviewer/late', REVIEWER),
    look('/reviewer/absence', REVIEWER),
    look('/reviewer/shortcuts', REVIEWER),
    look('/operator', OPERATOR),
    ...['incidents', 'agencies', 'notices', 'outages', 'stuck', 'checks', 'users', 'clock', 'announcements'].map(
      (one) => look(`/operator/${one}`, OPERATOR),
    ),
    look('/operator/cases/:number', OPERATOR, `/operator/cases/${of('unreached')}`),
    look('/operator/cases/:number/finding', OPERATOR, `/operator/cases/${of('lastDay')}/finding`),
    look('/calendar/editor', OPERATOR),
    look('/calendar/editor/new', OPERATOR),
    look('/calendar/editor/new', OPERATOR, '/calendar/editor/new?many', 'calendar-editor-new-many'),
    look('/calendar/editor/take-back', OPERATOR),
    look('/calendar/editor/:id', OPERATOR, `/calendar/editor/${proposals.seen}`, 'calendar-editor-own'),
    look('/calendar/editor/:id', SECOND_OPERATOR, `/calendar/editor/${proposals.seen}`, 'calendar-editor-second'),
    look('/calendar/editor/:id', OPERATOR, `/calendar/editor/${proposals.counted}?still`, 'calendar-editor-counted'),
    look('/calendar/editor/:id/confirm', SECOND_OPERATOR, `/calendar/editor/${proposals.seen}/confirm`),
    look('/centre', CENTRE),
    look('/centre/register', CENTRE),
    look('/centre/cases/:number', CENTRE, `/centre/cases/${of('copies')}`),
    look('/auditor', AUDITOR),
    look('/auditor', AUDITOR, `/auditor?chain=${of('asked')}&what=&actor=&from=&until=`, 'auditor-found'),
    look('/auditor/chains/:chain', AUDITOR, `/auditor/chains/case:${of('asked')}`),
  ];
}

/** The pages that are files, or lead on. */
export function fetched({ cases, handover }: LookingWorld): Fetched[] {
  const of = (name: keyof typeof cases) => cases[name].caseNumber;
  return [
    { page: '/statistics.csv', who: 'anyone', at: '/statistics.csv' },
    { page: '/calendar/decisions.csv', who: 'anyone', at: '/calendar/decisions.csv' },
    { page: '/sign-in/start', who: 'anyone', at: '/sign-in/start', leadsTo: /\/interaction\// },
    { page: '/case/file.zip', who: applicant('asked'), at: '/case/file.zip' },
    { page: '/case/appointment.ics', who: applicant('booked'), at: '/case/appointment.ics' },
    { page: '/custody/handovers/:id/act.pdf', who: CENTRE, at: `/custody/handovers/${handover}/act.pdf` },
    { page: '/auditor/export', who: AUDITOR, at: `/auditor/export?chain=${of('asked')}` },
  ];
}

/**
 * Pages that no address of the world shows, and where they are seen instead: each is held by a test of its own.
 */
export const SEEN_ELSEWHERE: Readonly<Record<string, string>> = {
  '/apply/confirmation': 'states.ts: it is shown once, after a draft was sent in',
  '/case/sign-in/code': 'states.ts: it follows a tracking code',
  '/case/record-of-silence.jws': 'the signed record is a worker’s: test/journeys/silence.test.ts',
  '/apply/files/:id': 'a picture inside /apply/files',
  '/reviewer/files/:number/documents/:id': 'a picture inside /reviewer/files/:number',
  '/mission/cases/:number/documents/:id': 'a picture inside /mission/cases/:number',
  '/mission/cases/:number/contract.pdf': 'the Centre’s signed contract: test/journeys/wholeLife.test.ts',
};

/** The picture's and the look's name of a path: its words, without what is filled in. */
export function nameOf(path: string): string {
  return path
    .split('/')
    .filter((word) => word !== '' && !/^:(number|id|chain)$/.test(word))
    .join('-');
}

/** Who looks, in a word of the pages' own: a role, `applicant`, `draft` or `anyone`. */
export function roleOf(who: Who, roles: ReadonlyMap<string, Role>): Role | 'applicant' | 'draft' | 'anyone' {
  if (who === 'anyone') return 'anyone';
  if ('applicant' in who) return 'applicant';
  return 'draft' in who ? 'draft' : (roles.get(who.official) ?? 'anyone');
}
