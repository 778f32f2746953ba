import type { RowFault } from '../../../proof/chain.ts';
import type { CheckpointFault } from '../../../proof/checkpointTrail.ts';
import type { EvidenceFault, Witness } from '../../../proof/evidenceFault.ts';
import { plainText } from '../../plainText.ts';

/** What `evidence:verify` says in one language; `chain` and `thing` are names as they stand in the record. */
export type EvidenceWords = {
  usage: string;
  unreachable: string;
  noRows: string;
  notAnExport: (line: number) => string;
  exported: (rows: number, chains: number, covered: number) => string;
  badTrust: string;
  uncovered: (rows: number) => string;
  row: (chain: string, seq: number) => string;
  chain: (chain: string) => string;
  case: (number: string) => string;
  checkpoint: (n: number) => string;
  witness: (by: Witness) => string;
  rowFaults: Record<RowFault, string>;
  rowMissing: string;
  notAsCheckpointed: (n: number) => string;
  tailCut: (last: number, seq: number, witness: string) => string;
  chainMissing: (witness: string) => string;
  caseMissing: string;
  caseWithoutChain: string;
  headDisagrees: string;
  checkpointFaults: Record<CheckpointFault, string>;
  checkpointVanished: (seq: number) => string;
};

/** A fault as one line: where it is, and what is wrong there. */
export function tellFault(fault: EvidenceFault, words: EvidenceWords): string {
  const { where, what } = partsOf(fault, words);
  return `${where}: ${what}`;
}

function partsOf(fault: EvidenceFault, words: EvidenceWords): { where: string; what: string } {
  if (fault.kind === 'checkpoint')
    return { where: words.checkpoint(fault.n), what: words.checkpointFaults[fault.fault] };
  const chain = plainText(fault.chain);
  const place = chain.startsWith('case:') ? words.case(chain.slice(5)) : words.chain(chain);
  switch (fault.kind) {
    case 'row':
      return { where: words.row(chain, fault.seq), what: words.rowFaults[fault.fault] };
    case 'row-missing':
      return { where: words.row(chain, fault.seq), what: words.rowMissing };
    case 'row-not-as-checkpointed':
      return { where: words.row(chain, fault.seq), what: words.notAsCheckpointed(fault.n) };
    case 'tail-cut':
      return { where: place, what: words.tailCut(fault.last, fault.seq, words.witness(fault.by)) };
    case 'chain-missing':
      return { where: place, what: words.chainMissing(words.witness(fault.by)) };
    case 'case-missing':
      return { where: place, what: words.caseMissing };
    case 'case-without-chain':
      return { where: place, what: words.caseWithoutChain };
    case 'head-disagrees':
      return { where: place, what: words.headDisagrees };
    case 'checkpoint-vanished':
      return { where: place, what: words.checkpointVanished(fault.seq) };
  }
}
