import { COMPARISONS } from '../../cases/reconcile/comparisons.ts';
import { DIFFERENCE_KINDS, type DifferenceKind } from '../../cases/reconcile/difference.ts';
import { readDifferences } from '../../cases/reconcile/readDifferences.ts';
import { reconcileOnce } from '../../cases/reconcile/reconcileOnce.ts';
import { again } from '../again.ts';
import type { Failure } from '../check.ts';
import { makeCases } from '../makeCases.ts';
import type { Say } from '../proofStack.ts';
import { changesSince, type Marks, marks } from './changes.ts';
import { comeToRest } from './comeToRest.ts';
import type { Ground } from './ground.ts';
import { stopParts } from './openGround.ts';
import { SEEDS } from './seeds.ts';

type Sown = { kind: DifferenceKind; about: string; caseNumber: string };

const GRACE_MS = 1_000;
const WITHIN_MS = 180_000;

/**
 * Seeds each kind of difference `count` times while the worker stands still, and reconciles: every one must be listed by
 * its name and no other, those that a deed mends be mended, the others stand on the operator's desk, and nothing be
 * changed that was not listed. Then the worker goes on, and what was mended must have taken effect.
 */
export async function proveDifferences(
  ground: Ground,
  { count, say }: { count: number; say: Say },
): Promise<{ n: number; failures: Failure[] }> {
  const waiting = await makeCases(ground.proof, kindsOf('waiting').length * count, say);
  await again(WITHIN_MS, () => allWait(ground, waiting));
  await comeToRest(ground, WITHIN_MS);
  await stopParts(ground, 'worker');
  const fresh = await makeCases(ground.proof, kindsOf('new').length * count, say);
  const sown: Sown[] = [];
  for (let turn = 0; turn < count; turn += 1)
    for (const kind of DIFFERENCE_KINDS) {
      const caseNumber = (SEEDS[kind].of === 'new' ? fresh : waiting).pop() ?? '';
      sown.push({ kind, about: await SEEDS[kind].sow(ground, caseNumber), caseNumber });
    }
  say(`${sown.length} differences of ${DIFFERENCE_KINDS.length} kinds are seeded`);
  await again(WITHIN_MS, () => indexed(ground, sown));

  const before = await marks(ground.proof.owner);
  const { run, listed, mended } = await reconcileOnce(ground.needs, GRACE_MS);
  say(`${listed} are listed, ${mended} mended`);
  const failures = [
    ...(await checkList(ground, run, sown)),
    ...(await checkChanges(ground, before, sown)),
    ...(await checkDesk(ground, sown)),
  ];
  await ground.proof.stack.startPart('worker');
  failures.push(...(await checkEffect(ground, sown)));
  await comeToRest(ground, WITHIN_MS);
  const second = await reconcileOnce(ground.needs, GRACE_MS);
  for (const { about, kind } of await readDifferences(ground.proof.record, second.run))
    failures.push({ caseNumber: about, what: `${kind} is listed by a second pass` });
  return { n: sown.length, failures };
}

function kindsOf(of: 'waiting' | 'new'): DifferenceKind[] {
  return DIFFERENCE_KINDS.filter((kind) => SEEDS[kind].of === of);
}

async function allWait({ proof, needs }: Ground, cases: readonly string[]): Promise<void> {
  const { n } = await proof.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM outbox`);
  if (n > 0) throw new Error(`${n} wakes are not relayed`);
  const open = new Set<string>();
  for await (const { id } of needs.engine.openWorkflows()) open.add(id);
  const missing = cases.filter((number) => !open.has(number)).length;
  if (missing > 0) throw new Error(`${missing} workflows are not open`);
}

/** Temporal's index may be some seconds behind: what was terminated or started must be in it before it is asked. */
async function indexed({ needs }: Ground, sown: readonly Sown[]): Promise<void> {
  const open = new Set<string>();
  for await (const { id } of needs.engine.openWorkflows()) open.add(id);
  for (const { kind, about, caseNumber } of sown) {
    if (kind === 'workflow-without-case' && !open.has(about)) throw new Error(`${about} is not listed yet`);
    if (['workflow-ended-before-case', 'unwinding-missing'].includes(kind) && open.has(caseNumber))
      throw new Error(`${caseNumber} is still listed`);
  }
}

async function checkList({ proof }: Ground, run: string, sown: readonly Sown[]): Promise<Failure[]> {
  const rows = await proof.owner.many<{ kind: DifferenceKind; about: string; how: string | null; in_order: boolean }>(
    `SELECT kind, about, how, coalesce(mended_at >= found_at, true) AS in_order FROM difference WHERE run = $1`,
    [run],
  );
  const failures: Failure[] = [];
  const left = new Map(rows.map((row) => [`${row.kind} ${row.about}`, row]));
  for (const { kind, about, caseNumber } of sown) {
    const row = left.get(`${kind} ${about}`);
    left.delete(`${kind} ${about}`);
    if (row === undefined) failures.push({ caseNumber, what: `${kind} is not listed` });
    else if ((row.how !== null) !== (COMPARISONS[kind].mend !== undefined) || !row.in_order)
      failures.push({ caseNumber, what: `${kind} is ${row.how ?? 'not mended'}` });
  }
  for (const { kind, about } of left.values()) failures.push({ caseNumber: about, what: `${kind} was never seeded` });
  return failures;
}

async function checkChanges({ proof }: Ground, before: Marks, sown: readonly Sown[]): Promise<Failure[]> {
  const listed = new Set(
    sown.filter(({ kind }) => COMPARISONS[kind].mend !== undefined).map(({ caseNumber }) => caseNumber),
  );
  const changed = await changesSince(proof.owner, before);
  return changed.filter(({ caseNumber }) => !listed.has(caseNumber));
}

async function checkDesk({ proof }: Ground, sown: readonly Sown[]): Promise<Failure[]> {
  const onDesk = await proof.owner.many<{ holder: string; case_number: string | null }>(
    `SELECT holder, case_number FROM incident WHERE kind = 'record-differs' AND resolved_at IS NULL`,
  );
  return sown
    .filter(({ kind }) => COMPARISONS[kind].mend === undefined)
    .filter(({ kind, caseNumber }) =>
      onDesk.every(
        ({ holder, case_number }) => holder !== kind || (case_number !== null && case_number !== caseNumber),
      ),
    )
    .map(({ kind, caseNumber }) => ({ caseNumber, what: `${kind} is not on the operator's desk` }));
}

/** Waits until what was mended took effect; answers what then still has not. */
async function checkEffect(ground: Ground, sown: readonly Sown[]): Promise<Failure[]> {
  for (const end = Date.now() + WITHIN_MS; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const { n } = await ground.proof.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM outbox`);
    const failures: Failure[] = n > 0 ? [{ caseNumber: '', what: `${n} wakes are not relayed` }] : [];
    for (const { kind, caseNumber } of sown) {
      const wanted = EFFECT[kind];
      if (wanted === undefined) continue;
      const { kind: status } = await ground.needs.engine.statusOf(caseNumber);
      if (status !== wanted) failures.push({ caseNumber, what: `${kind}: its workflow is ${status}` });
    }
    const open = await readDifferences(ground.proof.record);
    failures.push(
      ...open
        .filter(({ kind, mendedAt }) => COMPARISONS[kind].mend !== undefined && mendedAt === null)
        .map(({ about, kind }) => ({ caseNumber: about, what: `${kind} stays open` })),
    );
    if (failures.length === 0 || Date.now() > end) return failures;
  }
}

const EFFECT: Partial<Record<DifferenceKind, 'open' | 'ended'>> = {
  'case-without-workflow': 'open',
  'workflow-ended-before-case': 'open',
  'workflow-of-ended-case': 'ended',
};
