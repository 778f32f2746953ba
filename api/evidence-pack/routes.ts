import { promises } from 'node:stream';
import { type Request, type Response, Router } from 'express';
import { type PackReader, readPack } from '../../cases/evidence-pack/readPack.ts';
import { signPack } from '../../cases/evidence-pack/signPack.ts';
import { mayRead } from '../../cases/mayRead.ts';
import { writeEvidence } from '../../cases/record/evidence.ts';
import type { Actor } from '../../cases/record/record.ts';
import type { FileReader } from '../../law/signature-issuance/fileReaders.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import { caseNumberOf, requireApplicant } from '../middleware/requireAccess.ts';
import type { ApiNeeds } from '../needs.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { problem } from '../problem.ts';
import { packZip } from './packZip.ts';

/**
 * The file of a case as one ZIP (ADR 32), for those entitled. Making it is itself a read and stands in the reader's
 * chain, also where it was not his to have; a foreign case answers like an unknown one.
 */
export function evidencePackRoutes({ record, files, acts, readToken, signer }: ApiNeeds): Router {
  const router = Router();
  const applicant = requireApplicant(record);
  const entitled = requireOfficial(readToken, 'auditor', 'operator', 'mission-officer', 'centre-officer');

  const answer = async (
    request: Request,
    response: Response,
    { caseNumber, reader, actor, chain }: { caseNumber: string; reader: PackReader; actor: Actor; chain: string },
  ) => {
    const isOffice = reader.capacity === 'mission-officer' || reader.capacity === 'centre-officer';
    // An office has no file of a case that has not reached it: nor may it read that case (R1598/2.8-route, 2.9).
    const theirs = !isOffice || (await mayRead(record, actor.party, caseNumber, { bundles: true }));
    const contents = theirs ? await readPack(record, caseNumber, reader, { files, acts }) : null;
    const what = contents === null ? 'read-unknown-file' : 'read-file';
    await writeEvidence(record, (day) => `read:${chain}:${day}`, actor, [{ what, facts: { caseNumber } }]);
    if (contents === null) {
      problem(request, response, 404, 'not-found');
      return;
    }
    const members = await signPack(contents, signer);
    response.type('application/zip').attachment(`${caseNumber}.zip`);
    await promises.pipeline(packZip(members), response);
  };

  router.get('/cases/:number/file', entitled, async (request, response) => {
    const caseNumber = String(request.params['number']);
    if (!/^[A-Z]{2}-\d{4}-\d{6,12}$/.test(caseNumber)) {
      problem(request, response, 404, 'not-found');
      return;
    }
    const official = officialOf(response);
    const actor = actorOf(official);
    const reader = { capacity: official.role as FileReader, party: actor.party };
    await answer(request, response, { caseNumber, reader, actor, chain: official.sub });
  });

  router.get('/application/file', applicant, async (request, response) => {
    const caseNumber = caseNumberOf(response);
    const actor = { capacity: 'applicant' } as const;
    await answer(request, response, { caseNumber, reader: actor, actor, chain: `applicant:${caseNumber}` });
  });

  return router;
}
