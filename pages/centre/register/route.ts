import { readRegister } from '../../../cases/contract/readRegister.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import type { Centre } from '../../../law/signature-issuance/parties.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** The Centre's register of certificates (R1598/5.1-5.5), a hundred entries a page. */
export const register: OfficialPage = {
  path: '/centre/register',
  who: ['centre-officer'],
  get: async ({ needs, official, query, t, to, language }) => {
    const after = /^[A-Z]{2}-\d{4}-\d{6,12}$/.test(query['after'] ?? '') ? (query['after'] ?? '') : '';
    const entries = await readRegister(needs.record, { centre: official.body as Centre, after });
    await noteRead(needs.record, official, 'read-register', { cases: entries.map(({ caseNumber }) => caseNumber) });
    const last = entries.at(-1);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('register.title'),
      back: to('/centre'),
      data: {
        tables: [
          {
            caption: t('register.entries', { n: entries.length }),
            heads: [
              t('register.serial'),
              t('register.owner'),
              t('register.fin'),
              t('common.until'),
              t('register.entered'),
            ],
            rows: entries.map(({ serial, owner, validUntil, enteredAt }) => [
              serial,
              [owner?.surname, owner?.givenName].filter(Boolean).join(' '),
              owner?.virtualFin ?? '',
              instantInWords(validUntil, language),
              instantInWords(enteredAt, language),
            ]),
          },
        ],
        links:
          entries.length === 100 && last !== undefined
            ? [{ text: t('common.next'), href: to(`/centre/register?after=${last.caseNumber}`) }]
            : [],
      },
    };
  },
};
