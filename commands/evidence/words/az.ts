import type { EvidenceWords } from './words.ts';

/** `evidence:verify` in Azerbaijani. */
export const az: EvidenceWords = {
  usage:
    'İstifadə qaydası: npm run -s evidence:verify -- [--trust AÇARLAR] [--checkpoints FAYL | --rows FAYL] [--language az|en|ru]',
  unreachable: 'Sübutları oxumaq mümkün olmadı: verilənlər bazası işləyirmi, onun ünvanı və parolu düzgündürmü?',
  noRows: 'Sətirlərin faylını oxumaq mümkün olmadı (--rows).',
  notAnExport: (line) => `sətir ${line} nə sübut sətri, nə də yoxlama nöqtəsidir`,
  exported: (rows, chains, covered) =>
    `ok ${rows} sətir, ${chains} zəncir; onlardan ${covered} sətir fayldakı imzalı yoxlama nöqtəsi ilə əhatə olunub`,
  badTrust: 'Etibar edilən açarları oxumaq mümkün olmadı (--trust).',
  uncovered: (rows) => `onlardan ${rows} sətir sonuncu yoxlama nöqtəsindən yenidir və yalnız zəncirin başı ilə qorunur`,
  row: (chain, seq) => `sübut sətri ${chain} #${seq}`,
  chain: (chain) => `zəncir ${chain}`,
  case: (number) => `iş ${number}`,
  checkpoint: (n) => `yoxlama nöqtəsi ${n}`,
  witness: (by) => (by === 'chain-head' ? 'zəncirin başı' : `yoxlama nöqtəsi ${by}`),
  rowFaults: {
    'out-of-order': 'nömrəsi ardıcıl deyil',
    'wrong-previous': 'özündən əvvəlki sətri göstərmir',
    'wrong-hash': 'mətni və ya heşi dəyişdirilib',
    'not-canonical': 'mətni kanonik JSON deyil',
    'not-its-own-text': 'mətni başqa zəncirə, nömrəyə və ya vaxta aiddir',
  },
  rowMissing: 'yoxdur',
  notAsCheckpointed: (n) => `yoxlama nöqtəsi ${n} başqa sətri göstərir`,
  tailCut: (last, seq, witness) => `sonu kəsilib: #${last} ilə bitir, ${witness} isə #${seq} göstərir`,
  chainMissing: (witness) => `bütün sübutları ilə birlikdə yoxdur; onu ${witness} göstərir`,
  caseMissing: 'iş yoxdur, yalnız sübutları qalıb',
  caseWithoutChain: 'sübutları yoxdur',
  headDisagrees: 'zəncirin başı sətirlərə uyğun deyil',
  checkpointFaults: {
    'missing-inside': 'verilənlər bazasında yoxdur',
    'missing-outside': 'verilənlər bazasından kənardakı faylda yoxdur',
    'different-outside': 'verilənlər bazasından kənardakı faylda başqasıdır',
    altered: 'imzası düzgün deyil',
    'unknown-key': 'özgə açarla imzalanıb',
    'key-not-valid-then': 'açarı həmin vaxt istifadədə olmayıb',
    malformed: 'yoxlama nöqtəsi deyil',
    'not-its-own-text': 'mətni başqa nömrəyə və ya vaxta aiddir',
    'wrong-previous': 'özündən əvvəlki yoxlama nöqtəsini göstərmir',
    'of-another-installation': 'başqa quraşdırmaya aiddir',
  },
  checkpointVanished: (seq) => `onu #${seq} sətrinədək əhatə edən yoxlama nöqtəsi nə bazada, nə də kənarda var`,
};
