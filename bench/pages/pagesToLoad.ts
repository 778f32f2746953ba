import type { Tx } from '../../cases/record/database.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import { browsing, type Browsing } from '../../test/pages/browsing.ts';
import { applicantOf } from '../../test/pages/signInApplicant.ts';
import type { Filled } from './fillInstallation.ts';

/** A page to be loaded: its name in the table, its address, the cookies of who may see it, the target of its p99. */
export type PageToLoad = { name: string; path: string; cookie: string; mostMs: number };

const MOST_MS = 100;
const QUEUE_MOST_MS = 150;

/** The main pages of every role, each with the cookies of somebody who signed in at the provider, or with his code. */
export async function pagesToLoad(
  url: string,
  { record, owner, filled, files }: { record: CaseRecord; owner: Tx; filled: Filled; files: number },
): Promise<PageToLoad[]> {
  const cookieOf = (who: Browsing) => [...who.cookies.values()].join('; ');
  const visit = () => browsing(url);
  const as = async (sub: string) => {
    const official = visit();
    await official.signInAs(sub, 'az');
    return cookieOf(official);
  };
  const drafting = visit();
  await drafting.get('/az/apply');
  await drafting.submit({});
  const [draft, applicant] = [
    cookieOf(drafting),
    cookieOf(await applicantOf({ record, owner, visit }, filled.open, 'az')),
  ];
  const [reviewer, officer, operator, auditor, centre] = [
    await as('internal-affairs-reviewer-1'),
    await as('london-officer-1'),
    await as('operator-1'),
    await as('auditor-1'),
    await as('centre-e-imza-1'),
  ];
  const page = (name: string, path: string, cookie = '', mostMs = MOST_MS) => ({
    name,
    path: `/az${path}`,
    cookie,
    mostMs,
  });
  const count = new Intl.NumberFormat('en').format(files);
  return [
    page('public: what it is', ''),
    page('public: statistics', '/statistics'),
    page('public: state of the system', '/state'),
    page('sign-in of officials', '/sign-in'),
    page('apply: before filing', '/apply'),
    page('apply: a step of the form', '/apply/steps/person', draft),
    page('apply: files', '/apply/files', draft),
    page('applicant: the case', '/case', applicant),
    page(`reviewer: queue of ${count} open files`, '/reviewer', reviewer, QUEUE_MOST_MS),
    page('the same, its last page', `/reviewer?page=${Math.floor((files - 1) / 50)}`, reviewer, QUEUE_MOST_MS),
    page('reviewer: a file', `/reviewer/files/${filled.open.caseNumber}`, reviewer),
    page('mission: desk with 600 cases', '/mission', officer),
    page('mission: counter', `/mission/cases/${filled.atMission}`, officer),
    page('operator: desk', '/operator', operator),
    page('operator: 600 stuck cases', '/operator/stuck', operator),
    page('operator: 600 incidents', '/operator/incidents', operator),
    page('auditor: search by deed', '/auditor?what=opinion-received&from=2026-03-01&until=2026-03-31', auditor),
    page(
      'auditor: search by case',
      `/auditor?chain=${filled.open.caseNumber}&from=2026-03-01&until=2026-03-31`,
      auditor,
    ),
    page('Centre: queue of 600 cases', '/centre', centre),
    page('custody: things of 600 cases', '/custody', centre),
  ];
}
