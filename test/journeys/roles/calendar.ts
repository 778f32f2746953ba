import assert from 'node:assert/strict';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import { DECISIONS } from '../../law/calendar/seededDecisions.ts';
import { workOff } from '../../support/calendar.ts';
import { makeOpenTerms } from '../../support/openTerms.ts';
import type { Hand } from '../hand.ts';
import type { Walk } from './walk.ts';

/** R1598/2.8, ADR 39: a decision is entered, with mistakes first, and counted through; a second operator, freshly signed in, confirms it. */
export async function calendar({ pages, person }: Walk): Promise<void> {
  const { caseNumber: like } = await pages.register();
  const term = { startedAt: '2026-04-15T09:00:00+04:00', workingDays: 100 };
  await makeOpenTerms(pages.owner, like, buildCalendar(DECISIONS, '2026-04-16'), Array(4).fill(term));
  const ends = () =>
    pages.owner.many<{ ends: string }>(
      `SELECT ends_at AS ends FROM term WHERE case_number = (SELECT max(case_number) FROM term WHERE case_number LIKE 'BE-%')`,
    );
  const before = await ends();
  const { entered } = await pages.owner.one<{ entered: number }>(
    `SELECT count(*)::integer AS entered FROM calendar_proposal`,
  );

  const first = await person();
  const t = first.words('calendar');
  await first.signIn('operator-1');
  await first.open('/calendar/editor');
  await first.follow(t('list.enter'));
  await enter(first, entered);
  await first.press(t('proposal.preview'));
  await workOff(pages.record);
  const { pathname } = new URL(first.page.url());
  const proposal = pathname.replace(`/${first.language}`, '');
  await first.open(proposal);
  await first.sees(t('proposal.second'));

  const second = await person();
  await second.signIn('operator-2');
  await second.open(proposal);
  await pages.owner.run(
    `UPDATE session SET sess = jsonb_set(sess::jsonb, '{official,authenticatedAt}',
            to_jsonb(floor(extract(epoch FROM machine_now())) - 3600))::json WHERE sess::jsonb ? 'official'`,
  );
  await second.signInAnew(t('proposal.toConfirm'), 'operator-2');
  await second.press(t('confirm.button'));
  await second.sees(t('confirm.done'));
  await workOff(pages.record);
  await second.open(proposal);
  await second.sees(t('state.confirmed'));
  const after = await ends();
  assert.equal(after.length, 4);
  assert.ok(
    after.every(({ ends: end }, at) => end > (before[at]?.ends ?? '')),
    'a day that is off makes the open terms longer',
  );
}

/** A swap of a Tuesday of summer for a Saturday of autumn, another two with each decision that stands already. */
async function enter(hand: Hand, entered: number): Promise<void> {
  const t = hand.words('calendar');
  const week = (from: string, nth: number) =>
    new Date(Date.parse(from) + nth * 7 * 86_400_000).toISOString().slice(0, 10);
  const row = hand.main.getByRole('group', { name: t('enter.row', { n: 1 }), exact: true });
  const labelled = (key: string) => row.getByLabel(t(key), { exact: true });
  await hand.writeDate(labelled('enter.day'), week('2026-06-02', entered));
  await hand.press(t('enter.button'));
  await hand.seesMistakes(3);
  await hand.write(t('enter.source'), 'Nazirlər Kabinetinin qərarı № 114');
  await hand.writeDate(hand.main.getByLabel(t('enter.published'), { exact: true }), '2026-04-16');
  await hand.writeDate(labelled('enter.instead'), week('2026-09-26', entered));
  await hand.press(t('enter.button'));
  await hand.sees(t('enter.done'));
}
