import { randomUUID } from 'node:crypto';
import type { Registered } from '../../demo/portal.ts';
import { form } from '../../test/support/record.ts';
import { again } from '../again.ts';
import type { Failure } from '../check.ts';
import { noteUploads } from '../makeCases.ts';
import { inLanes } from '../proofStack.ts';
import type { Ground } from './ground.ts';

const LANES = 4;

/** Registers cases over HTTP, each of its own person; every other one wants the certificate on a SIM, from the other Centre. */
export async function register({ proof }: Pick<Ground, 'proof'>, cases: number): Promise<Registered[]> {
  const ordinals = Array.from({ length: cases }, (_, at) => at);
  return inLanes(ordinals, LANES, async (at) => {
    const token = form('foreigner-personal-token', randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase());
    const sim = { carrier: 'asan-imza-sim', asanNumber: '+994 50 123 45 67', mobileOperator: 'azercell' };
    const json = {
      application: at % 2 === 0 ? token : { ...token, ...sim },
      uploads: await noteUploads(proof),
    };
    const { status, body } = await proof.portal.call<Registered>('POST', '/api/v1/applications', { json });
    if (status !== 201) throw new Error(`an application was answered ${status}`);
    return body;
  });
}

/** Waits until all four terms of every case with the agencies run. */
export async function delivered({ proof }: Pick<Ground, 'proof'>, withinMs: number): Promise<void> {
  await again(withinMs, async () => {
    const { left } = await proof.owner.one<{ left: number }>(
      `SELECT count(*)::integer AS left FROM "case" c WHERE c.stage = 'opinions'
          AND (SELECT count(*) FROM term t WHERE t.case_number = c.number AND t.clause = 'R1598/2.8') < 4`,
    );
    if (left > 0) throw new Error(`${left} cases are not delivered`);
  });
}

/** Waits until no case is on this side of its Centre's decision (R1598/2.9): the mission has the ball. */
export async function decided({ proof }: Pick<Ground, 'proof'>, withinMs: number): Promise<void> {
  await again(withinMs, async () => {
    const { left } = await proof.owner.one<{ left: number }>(
      `SELECT count(*)::integer AS left FROM "case" WHERE stage IN ('opinions', 'virtual-fin', 'centre')`,
    );
    if (left > 0) throw new Error(`${left} cases are not decided`);
  });
}

/** Withdraws the cases as their applicants would, and waits until each has ended, undone, without an open workflow. */
export async function withdrawAll(
  { proof, needs }: Pick<Ground, 'proof' | 'needs'>,
  cases: readonly Registered[],
  withinMs: number,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  await inLanes(cases, LANES, async ({ caseNumber, access }) => {
    const { status } = await proof.portal.withdraw(access.token);
    if (status !== 200) failures.push({ caseNumber, what: `its withdrawal is answered ${status}` });
  });
  let open: Failure[] = [];
  await again(withinMs, async () => {
    open = await proof.owner.many<Failure>(
      `SELECT number AS "caseNumber", 'does not end' AS what FROM "case" c WHERE stage <> 'ended'
          OR EXISTS (SELECT 1 FROM unwinding u WHERE u.case_number = c.number AND u.done_at IS NULL)`,
    );
    for (const { caseNumber } of cases)
      if ((await needs.engine.statusOf(caseNumber)).kind === 'open')
        open.push({ caseNumber, what: 'has ended, and its workflow has not' });
    if (open.length > 0) throw new Error(`${open.length} cases do not end`);
  }).catch(() => undefined);
  return [...failures, ...open];
}
