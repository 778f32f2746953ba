import { randomUUID } from 'node:crypto';
import type { Registered } from '../../demo/portal.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { inLanes } from '../proofStack.ts';
import type { Character } from './cast.ts';
import { expects, type Ground, hurry, type Living, noteFiles, order, reach, withdraw } from './ground.ts';

const LANES = 6;
const DOWN = { kind: 'down', how: 'unavailable' };
const SILENT = { kind: 'silent' };
const DELIVERED = `NOT EXISTS (SELECT 1 FROM opinion_request r WHERE r.case_number = c.number AND r.delivered_at IS NULL)`;

/** Registers the applications; the agencies that are to be down at first are so from the first attempt on. */
export async function registerAll(ground: Ground, cast: readonly Character[], first: number): Promise<Living[]> {
  const { proof } = ground;
  const tell = (how: object) => Promise.all(AGENCIES.map((_, at) => proof.agency(at, how)));
  const meetsNobody = ({ life }: Character) => life.agencies.some(({ downFirst }) => downFirst);
  const numbered = cast.map((character, at) => ({ ...character, n: first + at }));
  await tell({ default: DOWN });
  const early = await inLanes(numbered.filter(meetsNobody), LANES, (one) => register(ground, one));
  for (const at of AGENCIES.keys()) {
    const cases = early.map(({ caseNumber, life }) => [caseNumber, life.agencies[at]?.downFirst ? DOWN : SILENT]);
    await proof.agency(at, { cases: Object.fromEntries(cases) as object });
  }
  await tell({ default: SILENT });
  const later = numbered.filter((one) => !meetsNobody(one));
  const registered = await inLanes(later, LANES, (one) => register(ground, one));
  return [...early, ...registered].sort((a, b) => a.n - b.n);
}

async function register({ proof }: Ground, one: Character & { n: number }): Promise<Living> {
  const kinds = ['identity-document', 'photograph', ...(one.life.who === 'business' ? ['power-of-attorney'] : [])];
  const uploads = await noteFiles(proof, kinds);
  const answer = await proof.portal.call<Registered>('POST', '/api/v1/applications', {
    json: { application: one.application, uploads },
    key: randomUUID(),
  });
  return { ...one, ...expects('an application', 201, answer), broken: false };
}

/** The agencies that were down are up again. */
export async function agenciesReturn({ proof }: Ground, living: readonly Living[]): Promise<void> {
  const cases = Object.fromEntries(living.map(({ caseNumber }) => [caseNumber, SILENT]));
  await Promise.all(AGENCIES.map((_, at) => proof.agency(at, { cases })));
  await hurry(
    proof,
    living.map(({ caseNumber }) => caseNumber),
  );
}

/** In time: who withdraws now does, and whoever has something to say says it. */
export async function opineInTime(ground: Ground, one: Living): Promise<void> {
  await reach(ground, one, DELIVERED);
  if (one.life.withdraws === 'opinions') {
    await withdraw(ground, one);
    return;
  }
  for (const [at, { says }] of one.life.agencies.entries())
    if (says === 'negative' || says === 'nothing-against') await opine(ground, one, at, says);
}

/** After the terms: who comes late says it in vain, and who withdraws before there is a FIN does. */
export async function opineLate(ground: Ground, one: Living): Promise<void> {
  for (const [at, { says }] of one.life.agencies.entries())
    if (says === 'late') await opine(ground, one, at, 'negative');
  await reach(ground, one, `c.stage <> 'opinions'`);
  if (one.life.withdraws !== 'virtual-fin') return;
  const ended = await ground.proof.owner.maybe(`SELECT 1 FROM "case" WHERE number = $1 AND stage = 'ended'`, [
    one.caseNumber,
  ]);
  if (ended === null) await withdraw(ground, one);
}

async function opine({ proof }: Ground, { caseNumber }: Living, agency: number, kind: string): Promise<void> {
  const url = `http://127.0.0.1:${proof.stack.ports.agencies[agency] ?? 0}/control/say`;
  const answer = await order('POST', url, { caseNumber, opinion: { kind }, tries: 20 });
  if ((answer as { status?: number }).status === undefined) throw new Error('an opinion was never answered');
}
