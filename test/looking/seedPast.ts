import { enterInRegister } from '../../cases/contract/enterInRegister.ts';
import { handOver } from '../../cases/contract/handOver.ts';
import { registerSignature } from '../../cases/contract/registerSignature.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { TestPages } from '../pages/openPages.ts';
import { bringTo, type Issuing, request } from '../support/issuing.ts';
import { TIMES } from './times.ts';

const SILENT = 12;
const REFUSED = 6;
const ISSUED = 6;

/** A month that is over, with enough in it for the statistics: silence, refusals, certificates; and one opinion too late. */
export async function seedPast(pages: TestPages): Promise<{ refused: { caseNumber: string; trackingCode: string } }> {
  await pages.freeze(TIMES.monthBefore);
  const silent = await many(SILENT, () => registered(pages));
  const refused = await many(REFUSED, () => registered(pages));
  const issued = await many(ISSUED, async () => (await pages.register()).caseNumber);
  const carried = await many(ISSUED, (at) => bringTo(pages, 'contract', { caseNumber: issued[at] ?? '' }));
  await pages.freeze(TIMES.answers);
  for (const [at, { caseNumber }] of silent.entries())
    for (const agency of AGENCIES.slice(0, at % 4)) await pages.opine(caseNumber, agency, { kind: 'nothing-against' });
  for (const { caseNumber } of refused)
    await pages.opine(caseNumber, 'internal-affairs', { kind: 'negative', code: 'K-3' });
  await pages.freeze(TIMES.afterSilence);
  for (const { caseNumber } of silent) await pages.close(caseNumber);
  await pages.opine(silent[0]?.caseNumber ?? '', 'internal-affairs', { kind: 'negative', code: 'K-9' });
  await pages.freeze(TIMES.issued);
  for (const one of carried) await issue(pages, one);
  return { refused: refused[0] ?? { caseNumber: '', trackingCode: '' } };
}

/** Signed, handed over and entered in the register (R1598/2.14, 2.15, 5.4); the last left out where it is not `whole`. */
export async function issue(pages: TestPages, issuing: Issuing, whole = true): Promise<void> {
  const { caseNumber, officer, centreOfficer, serial } = issuing;
  const signed = { caseNumber, certificateContract: `M-${caseNumber}` };
  must(await registerSignature(pages.record, officer, signed, request()), 'signed');
  must(await handOver(pages.record, officer, { caseNumber, paperNumber: `Akt ${caseNumber}` }, request()), 'issued');
  if (whole) must(await enterInRegister(pages.record, centreOfficer, { caseNumber, serial }, request()), 'entered');
}

/** The outcome, which must be of that kind. */
export function must<O extends { kind: string }>(outcome: O | null, kind: string): O {
  if (outcome?.kind !== kind) throw new Error(`not ${kind}: ${JSON.stringify(outcome)}`);
  return outcome;
}

async function registered(pages: TestPages) {
  const one = await pages.register();
  await pages.deliver(one.caseNumber);
  return one;
}

async function many<T>(n: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let at = 0; at < n; at += 1) made.push(await make(at));
  return made;
}
