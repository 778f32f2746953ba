import { type Response, Router } from 'express';
import { nextHands } from '../../cases/custody/nextHands.ts';
import { mayReadAct, readAct } from '../../cases/custody/readAct.ts';
import { readHandovers, readHeld } from '../../cases/custody/readHands.ts';
import { whereIs } from '../../cases/custody/whereIs.ts';
import { writeEvidence } from '../../cases/record/evidence.ts';
import type { Role } from '../../law/officials.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { partyOf } from '../../law/officials.ts';
import { badForm } from '../officials/answers.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { problem } from '../problem.ts';
import { handoverQuery, heldQuery, itemQuery } from './schema.ts';

/** What the parties of custody read: where a thing is and who says so, what they hold, their hand-overs and the acts. */
export function custodyReads(
  { record, readToken, acts }: ApiNeeds,
  roles: readonly [Role, ...(readonly Role[])],
): Router {
  const router = Router();
  onlyRealNames(router);
  const hands = requireOfficial(readToken, ...roles);
  const readers = requireOfficial(readToken, ...roles, 'auditor');

  router.get('/items/:kind/:serial', readers, async (request, response) => {
    const { kind, serial } = request.params;
    const name = itemQuery.safeParse({ ...request.query, kind, serial });
    if (!name.success) {
      problem(request, response, 404, 'not-found');
      return;
    }
    const official = officialOf(response);
    const found = await whereIs(record, name.data, actorOf(official));
    await noteRead(
      record,
      official,
      found === null ? 'read-unknown-item' : 'read-item',
      found?.item.caseNumber ?? 'none',
    );
    if (found === null) problem(request, response, 404, 'not-found');
    else response.json(found);
  });

  router.get('/handovers/:id/act.pdf', readers, async (request, response) => {
    const official = officialOf(response);
    const facts = await readAct(record, String(request.params['id']));
    const mine = facts !== null && mayReadAct(facts, actorOf(official));
    await noteRead(record, official, mine ? 'read-act' : 'read-unknown-act', facts?.caseNumber ?? 'none');
    if (!mine) problem(request, response, 404, 'not-found');
    else response.type('application/pdf').send(Buffer.from(await acts.draw(facts)));
  });

  /** Notes that a party listed what is its own, with the cases that were among it. */
  const noteList = async (response: Response, what: string, cases: readonly string[]) => {
    const official = officialOf(response);
    await writeEvidence(record, (day) => `read:${official.sub}:${day}`, actorOf(official), [
      { what, facts: { cases: [...new Set(cases)] } },
    ]);
  };

  router.get('/handovers', hands, async (request, response) => {
    const query = handoverQuery.safeParse(request.query);
    const party = partyOf(officialOf(response));
    if (!query.success || party === undefined) {
      if (query.error !== undefined) badForm(request, response, query.error);
      else problem(request, response, 404, 'not-found');
      return;
    }
    const listed = await readHandovers(record, party, query.data.state, query.data.page);
    await noteList(
      response,
      'list-handovers',
      [...listed.toTake, ...listed.given].map(({ caseNumber }) => caseNumber),
    );
    response.json(listed);
  });

  router.get('/cases/:number/next-hands', hands, async (request, response) => {
    const party = partyOf(officialOf(response));
    const number = String(request.params['number']);
    const takers = party === undefined ? null : await nextHands(record, party, [number]);
    response.json({ parties: takers?.get(number) ?? [] });
  });

  router.get('/custody', hands, async (request, response) => {
    const query = heldQuery.safeParse(request.query);
    const party = partyOf(officialOf(response));
    if (!query.success || party === undefined) {
      if (query.error !== undefined) badForm(request, response, query.error);
      else problem(request, response, 404, 'not-found');
      return;
    }
    const items = await readHeld(record, party, query.data.page);
    await noteList(
      response,
      'list-custody',
      items.map(({ caseNumber }) => caseNumber),
    );
    response.json({ holder: party, items });
  });

  return router;
}
