import { readFile } from 'node:fs/promises';
import { openPages } from '../pages/openPages.ts';
import { fillDraft } from './fillDraft.ts';
import { seedCalendar } from './seedCalendar.ts';
import { seedCustody } from './seedCustody.ts';
import { putInHands, seedDesks, seedQueue } from './seedDesks.ts';
import { checkFirst, seedMissions } from './seedMissions.ts';
import { seedPast } from './seedPast.ts';
import { openVisitors } from './visitors.ts';

/** Officials who have signed in before, so that lists of colleagues and accounts have somebody in them. */
const KNOWN = ['internal-affairs-reviewer-2', 'state-security-reviewer-1', 'berlin-officer-2', 'foreign-affairs-1'];

/**
 * The real pages over a record in which every page has something true to show: a month of ended cases, cases at every
 * stage, an agency that is not reached, things on the way, a draft half filled in. The legal clock stands still.
 */
export async function openLookingWorld() {
  const pages = await openPages();
  try {
    const { refused } = await seedPast(pages);
    const missions = await seedMissions(pages);
    const queue = await seedQueue(pages);
    await checkFirst(pages, missions.second.caseNumber);
    const { handover } = await seedDesks(pages, missions);
    await putInHands(pages, missions);
    const { lacking, difference } = await seedCustody(pages);
    const proposals = await seedCalendar(pages);
    for (const sub of KNOWN) await pages.visitAs(sub);
    // Every wake was relayed: no worker runs here, and nothing waits for one.
    await pages.owner.run(`DELETE FROM outbox`);
    const made = await pages.makeFiles();
    const photograph = await readFile(made.photograph);
    const draft = await fillDraft(pages, photograph);
    const applied = { ...missions, ...queue, refused, lacking };
    const visitors = openVisitors(pages, applied, draft.returnCode);
    let down: ReturnType<typeof openPages> | undefined;
    return {
      pages,
      cases: applied,
      handover,
      /** A difference in custody that the operator is to settle. */
      difference,
      /** Decisions about the calendar: one counted through, one being counted. */
      proposals,
      draft,
      visitors,
      /** The address of another installation, whose single sign-on was never up. */
      signInDown: async () => {
        down ??= openPages();
        const { url, sso } = await down;
        sso.setUp(false);
        return url;
      },
      stop: async () => {
        await Promise.all([pages.stop(), down?.then((other) => other.stop())]);
      },
    };
  } catch (fault) {
    await pages.stop();
    throw fault;
  }
}

export type LookingWorld = Awaited<ReturnType<typeof openLookingWorld>>;
