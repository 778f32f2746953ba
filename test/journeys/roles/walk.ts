import { readFile } from 'node:fs/promises';
import type { MissionId } from '../../../law/signature-issuance/missions.ts';
import { inviteApplicant } from '../../../cases/mission/inviteApplicant.ts';
import { openSlots } from '../../../cases/mission/openSlots.ts';
import { bring, type Carried } from '../../looking/seedMissions.ts';
import { must } from '../../looking/seedPast.ts';
import { TIMES } from '../../looking/times.ts';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { codeOf } from '../../pages/signInApplicant.ts';
import { request } from '../../support/issuing.ts';
import type { Attached, Hand } from '../hand.ts';

/** What a journey is walked with: the pages and their record, a new hand for each person, files, cases of its own. */
export type Walk = {
  pages: TestPages;
  /** A person's hand, in a browser of his own; closed when the journey is over. */
  person: () => Promise<Hand>;
  photograph: Attached;
  passport: Attached;
  /** No picture, though it is called one. */
  broken: Attached;
  /** A case brought to its invitation, by its form's person; every call another one. */
  bring: (stage: Parameters<typeof bring>[1], mission?: MissionId) => Promise<Carried>;
  /** Invited, with a free time of its own later today (Berlin's post). */
  invite: (carried: Carried) => Promise<string>;
};

/** The pages for journeys: their legal clock stands still, so that a whole day is before everybody. */
export async function openWalks() {
  const pages = await openPages();
  await pages.freeze(TIMES.now);
  const made = await pages.makeFiles();
  const jpeg = async (path: string) => ({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await readFile(path) });
  const files = {
    photograph: await jpeg(made.photograph),
    passport: await jpeg(made.identityDocument),
    broken: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload=alert(1)>') },
  };
  let people = 0;
  let slots = 0;
  return {
    pages,
    stop: () => pages.stop(),
    /** A walk whose people use the pages by these hands. */
    walk: (person: () => Promise<Hand>): Walk => ({
      pages,
      person,
      ...files,
      bring: (stage, mission = 'berlin') => {
        people += 1;
        return bring(pages, stage, { name: 'foreigner-germany', person: `C01WALK${people}`, mission });
      },
      invite: async ({ caseNumber, officer }) => {
        // Berlin's clock says 10:20; each time is opened once, every five minutes from 10:30 on.
        const at = 10 * 60 + 30 + 5 * slots;
        slots += 1;
        const time = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
        must(await inviteApplicant(pages.record, officer, { caseNumber, fromDay: null }, request()), 'invited');
        const wanted = { mission: 'berlin', day: '2026-04-16', times: [time], minutes: 5 } as const;
        const opened = await openSlots(pages.record, officer, wanted, request());
        if (opened.kind !== 'opened') throw new Error(`no time: ${JSON.stringify(opened)}`);
        return opened.slots[0]?.id ?? '';
      },
    }),
  };
}

/** An applicant signs in on the pages: no code, then his tracking code, then a wrong and the right one-time code. */
export async function signInApplicant(
  { pages }: Walk,
  hand: Hand,
  { caseNumber, trackingCode }: { caseNumber: string; trackingCode: string },
): Promise<void> {
  const t = hand.words('case');
  await hand.open('/case');
  await hand.press(t('common.continue'));
  await hand.seesMistakes(1);
  await hand.write(t('enter.code'), trackingCode.toLowerCase());
  await hand.press(t('common.continue'));
  await hand.write(t('code.code'), '12');
  await hand.press(t('common.continue'));
  await hand.seesMistakes(1);
  await hand.write(t('code.code'), await codeOf(pages, caseNumber));
  await hand.press(t('common.continue'));
  await hand.sees(caseNumber);
}
