import { type Request, type Response, Router } from 'express';
import { enterInRegister } from '../../cases/contract/enterInRegister.ts';
import { handOver } from '../../cases/contract/handOver.ts';
import { readRegister } from '../../cases/contract/readRegister.ts';
import { registerSignature } from '../../cases/contract/registerSignature.ts';
import { writeEvidence } from '../../cases/record/evidence.ts';
import { CONTRACT_REASONS } from '../../law/signature-issuance/words/contractReasons.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { answerDeed, badForm, repeatOf } from '../officials/answers.ts';
import { requireKey } from '../middleware/requireKey.ts';
import { officialOf, requireFresh, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { problem } from '../problem.ts';
import { handingOver, page, registerEntry, signature } from './schema.ts';

const CASE_NUMBER = /^[A-Z]{2}-\d{4}-\d{6,12}$/;

/** Signing and handing over at the mission (R1598/2.14, 2.15), and the Centres' register (5.1-5.5). */
export function contractRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  const mission = requireOfficial(readToken, 'mission-officer');

  router.param('number', (request, response, next, value: string) => {
    if (CASE_NUMBER.test(value)) next();
    else problem(request, response, 404, 'not-found');
  });

  router.post('/cases/:number/signatures', requireKey, mission, async (request, response) => {
    const read = signature.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const { certificateContract, simContract } = read.data;
    const caseNumber = String(request.params['number']);
    const signed = {
      caseNumber,
      ...(certificateContract !== undefined && { certificateContract }),
      ...(simContract !== undefined && { simContract }),
    };
    const once = repeatOf(request, response, `POST /cases/${caseNumber}/signatures`, read.data);
    answer(request, response, await registerSignature(record, actorOf(officialOf(response)), signed, once), 'signed');
  });

  router.post('/cases/:number/handing-over', requireKey, mission, requireFresh, async (request, response) => {
    const read = handingOver.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const caseNumber = String(request.params['number']);
    const once = repeatOf(request, response, `POST /cases/${caseNumber}/handing-over`, read.data);
    const handed = { caseNumber, ...read.data };
    answer(request, response, await handOver(record, actorOf(officialOf(response)), handed, once), 'issued');
  });

  const centre = requireOfficial(readToken, 'centre-officer');
  router.post('/cases/:number/register-entry', requireKey, centre, async (request, response) => {
    const read = registerEntry.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const caseNumber = String(request.params['number']);
    const once = repeatOf(request, response, `POST /cases/${caseNumber}/register-entry`, read.data);
    const entry = { caseNumber, ...read.data };
    answer(request, response, await enterInRegister(record, actorOf(officialOf(response)), entry, once), 'entered');
  });

  const readers = requireOfficial(readToken, 'centre-officer', 'operator', 'auditor');
  router.get('/register', readers, async (request, response) => {
    const read = page.safeParse(request.query);
    if (!read.success) return badForm(request, response, read.error);
    const official = officialOf(response);
    const own = official.role === 'centre-officer' ? official.body : null;
    const entries = await readRegister(record, { centre: own, ...read.data });
    const facts = { centre: own ?? 'all', cases: entries.map(({ caseNumber }) => caseNumber) };
    await writeEvidence(record, (day) => `read:${official.sub}:${day}`, actorOf(official), [
      { what: 'read-register', clause: 'R1598/5.5', facts },
    ]);
    response.json({ entries });
  });

  return router;
}

function answer(request: Request, response: Response, outcome: { kind: string } | null, done: string): void {
  answerDeed(request, response, outcome, { done: [done], words: CONTRACT_REASONS });
}
