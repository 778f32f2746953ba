import { noteAudit } from '../../../cases/auditor/noteAudit.ts';
import { readChainRows, verifyChain } from '../../../cases/auditor/verifyChain.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { trustInOwn } from '../../../proof/trust.ts';
import type { OfficialPage, OfficialVisit } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

const SHOWN = 100;

/** One chain, hashed anew from its first row while the page is made, its checkpoint, and its rows a hundred a page. */
export const chain: OfficialPage = {
  path: '/auditor/chains/:chain',
  who: ['auditor'],
  get: async (visit) => {
    const { needs, official, params, query, t, to, language } = visit;
    const name = params['chain'] ?? '';
    const verdict = await verifyChain(needs.record, name, trustInOwn(await needs.publishedKeys()));
    await noteAudit(needs.record, official, 'chain-verified', { chain: name, verdict: verdict.kind });
    if (verdict.kind === 'unknown') return { kind: 'not-found' };
    if (name.startsWith('case:')) await noteRead(needs.record, official, 'read-evidence', name.slice(5));
    const after = /^\d{1,9}$/.test(query['after'] ?? '') ? Number(query['after']) : 0;
    const rows = await readChainRows(needs.record, name, { after, most: SHOWN });
    const own = to(`/auditor/chains/${encodeURIComponent(name)}`);
    const last = rows.at(-1);
    return {
      kind: 'view',
      view: 'auditor/chain/view.njk',
      title: t('chain.title', { chain: name }),
      back: to('/auditor'),
      data: {
        verdict,
        ...sayVerdict(verdict, visit),
        broken: verdict.kind === 'broken' ? `${own}?after=${Math.max(0, verdict.row - 2)}#row-${verdict.row}` : null,
        next: rows.length === SHOWN && last !== undefined ? `${own}?after=${last.seq}` : null,
        exportAt: to(`/auditor/export?${new URLSearchParams({ chain: name }).toString()}`),
        rows: rows.map(({ seq, at, body, hash }) => ({
          seq,
          at: instantInWords(at, language),
          hash,
          text: pretty(body),
        })),
      },
    };
  },
};

function sayVerdict(verdict: Awaited<ReturnType<typeof verifyChain>>, { t, language }: OfficialVisit) {
  if (verdict.kind === 'unknown') return {};
  if (verdict.kind === 'broken')
    return { said: t('chain.broken', { n: verdict.row, fault: t(`chain.fault.${verdict.fault}`) }) };
  const { rows, checkpoint } = verdict;
  const under =
    checkpoint === null
      ? t('chain.noCheckpoint')
      : t('chain.checkpoint', { ...checkpoint, when: instantInWords(checkpoint.at, language) });
  return { said: t('chain.whole', { n: rows }), checkpoint: under };
}

/** A row's text for reading; one that somebody broke is shown as it is. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
