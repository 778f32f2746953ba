import { noteAudit } from '../../../cases/auditor/noteAudit.ts';
import { searchEvidence } from '../../../cases/auditor/searchEvidence.ts';
import { verifyChain } from '../../../cases/auditor/verifyChain.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

const SHOWN = 500;

/** One chain, hashed anew from its first row while the page is made, and its rows. */
export const chain: OfficialPage = {
  path: '/auditor/chains/:chain',
  who: ['auditor'],
  get: async ({ needs, official, params, t, to, language }) => {
    const name = params['chain'] ?? '';
    const verdict = await verifyChain(needs.record, name);
    await noteAudit(needs.record, official, 'chain-verified', { chain: name, verdict: verdict.kind });
    if (verdict.kind === 'unknown') return { kind: 'not-found' };
    if (name.startsWith('case:')) await noteRead(needs.record, official, 'read-evidence', name.slice(5));
    const all = { chain: name, what: '', actor: '', from: '2017-09-12', until: '2999-12-31' };
    const rows = (await searchEvidence(needs.record, all, SHOWN)).filter((row) => row.chain === name);
    return {
      kind: 'view',
      view: 'auditor/chain/view.njk',
      title: t('chain.title', { chain: name }),
      back: to('/auditor'),
      data: {
        verdict,
        said:
          verdict.kind === 'whole'
            ? t('chain.whole', { n: verdict.rows })
            : t('chain.broken', { n: verdict.row, fault: t(`chain.fault.${verdict.fault}`) }),
        checkpoint:
          verdict.kind !== 'whole'
            ? null
            : verdict.checkpoint === null
              ? t('chain.noCheckpoint')
              : t('chain.checkpoint', {
                  n: verdict.checkpoint.n,
                  when: instantInWords(verdict.checkpoint.at, language),
                  seq: verdict.checkpoint.seq,
                }),
        rows: rows.map(({ seq, at, body, hash }) => ({
          seq,
          at: instantInWords(at, language),
          hash,
          text: JSON.stringify(JSON.parse(body), null, 2),
        })),
      },
    };
  },
};
