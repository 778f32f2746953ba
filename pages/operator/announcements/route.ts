import { announce, readAnnouncements, withdrawAnnouncement } from '../../../cases/operator/announcements.ts';
import { LANGUAGES } from '../../../law/languages.ts';
import { isId } from '../../isId.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';
import { typedInstant } from '../typedInstant.ts';

/** Maintenance, announced to everybody in three languages, and taken back. */
export const announcements: OfficialPage = {
  path: '/operator/announcements',
  who: ['operator'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const done = (said: string): Reply => {
      visit.tellNext(t(said));
      return { kind: 'see', path: to('/operator/announcements') };
    };
    if (form['deed'] === 'withdraw') {
      const id = form['id'] ?? '';
      const taken = isId(id) && (await withdrawAnnouncement(needs.record, actor, id));
      return taken ? done('announcements.withdrawn') : { kind: 'not-found' };
    }
    const [from, until] = [typedInstant(form['from']), typedInstant(form['until'])];
    const text = { az: typed(form['az']), en: typed(form['en']), ru: typed(form['ru']) };
    const errors: FormError[] = [
      ...(from === null ? [{ field: 'from', text: t('announcements.noInstant') }] : []),
      ...(until === null ? [{ field: 'until', text: t('announcements.noInstant') }] : []),
      ...(from !== null && until !== null && until <= from ? [{ field: 'until', text: t('announcements.order') }] : []),
      ...LANGUAGES.filter((language) => text[language] === '' || text[language].length > 500).map((language) => ({
        field: language,
        text: t('announcements.noText'),
      })),
    ];
    if (from === null || until === null || errors.length > 0) return show(visit, errors);
    const said = { from, until, text };
    const outcome = await announce(needs.record, actor, said, visit.once('operator/announcements', said));
    const refused = sayRefused(outcome, ['announced'], {}, visit);
    return Array.isArray(refused) ? show(visit, refused) : done('announcements.done');
  },
};

function typed(text: string | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ');
}

async function show({ needs, t, to, form, language }: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const standing = await readAnnouncements(needs.record);
  return {
    kind: 'view',
    view: 'operator/announcements/view.njk',
    title: t('announcements.title'),
    back: to('/operator'),
    errors,
    data: { form, standing: standing.map((one) => ({ ...one, said: one.text[language] })) },
  };
}
