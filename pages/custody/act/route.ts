import { mayReadAct, readAct } from '../../../cases/custody/readAct.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { isId } from '../../isId.ts';
import type { OfficialPage } from '../../page.ts';
import { CUSTODIANS } from '../custodians.ts';

/** The printed act of a hand-over, for its two sides and the portal operator. */
export const act: OfficialPage = {
  path: '/custody/handovers/:id/act.pdf',
  who: CUSTODIANS,
  get: async ({ needs, official, actor, params }) => {
    const id = params['id'] ?? '';
    const facts = isId(id) ? await readAct(needs.record, id) : null;
    if (facts === null || !mayReadAct(facts, actor)) return { kind: 'not-found' };
    await noteRead(needs.record, official, 'read-act', facts.caseNumber);
    const bytes = await needs.acts.draw(facts);
    return { kind: 'file', type: 'application/pdf', name: `act-${id.slice(0, 8)}.pdf`, bytes, inline: true };
  },
};
