import type { EvidenceWords } from './words.ts';

/** `evidence:verify` in Russian. */
export const ru: EvidenceWords = {
  usage:
    'Порядок вызова: npm run -s evidence:verify -- [--trust КЛЮЧИ] [--checkpoints ФАЙЛ | --rows ФАЙЛ] [--language az|en|ru]',
  unreachable: 'Прочитать доказательства не удалось: работает ли база данных, верны ли её адрес и пароль?',
  noRows: 'Прочитать файл записей не удалось (--rows).',
  notAnExport: (line) => `строка ${line} не запись доказательств и не контрольная точка`,
  exported: (rows, chains, covered) =>
    `ok записей: ${rows}, цепей: ${chains}; под подписанной контрольной точкой файла: ${covered}`,
  badTrust: 'Прочитать доверенные ключи не удалось (--trust).',
  uncovered: (rows) => `из них новее последней контрольной точки и защищены только концом своей цепи: ${rows}`,
  row: (chain, seq) => `запись ${chain} #${seq}`,
  chain: (chain) => `цепь ${chain}`,
  case: (number) => `дело ${number}`,
  checkpoint: (n) => `контрольная точка ${n}`,
  witness: (by) => (by === 'chain-head' ? 'конец цепи' : `контрольная точка ${by}`),
  rowFaults: {
    'out-of-order': 'её номер не по порядку',
    'wrong-previous': 'она не указывает на предыдущую запись',
    'wrong-hash': 'её текст или хеш изменён',
    'not-canonical': 'её текст — не канонический JSON',
    'not-its-own-text': 'её текст говорит о другой цепи, другом номере или времени',
  },
  rowMissing: 'она отсутствует',
  notAsCheckpointed: (n) => `контрольная точка ${n} называет другую запись`,
  tailCut: (last, seq, witness) => `хвост отрезан: последняя запись #${last}, а ${witness} называет #${seq}`,
  chainMissing: (witness) => `отсутствует со всеми доказательствами; это называет ${witness}`,
  caseMissing: 'дело отсутствует, остались только его доказательства',
  caseWithoutChain: 'доказательств нет',
  headDisagrees: 'конец цепи не соответствует её записям',
  checkpointFaults: {
    'missing-inside': 'её нет в базе данных',
    'missing-outside': 'её нет в файле вне базы данных',
    'different-outside': 'в файле вне базы данных она другая',
    altered: 'её подпись не подтверждается',
    'unknown-key': 'она подписана чужим ключом',
    'key-not-valid-then': 'её ключ в то время не применялся',
    malformed: 'это не контрольная точка',
    'not-its-own-text': 'её текст говорит о другом номере или времени',
    'wrong-previous': 'она не указывает на предыдущую контрольную точку',
    'of-another-installation': 'она принадлежит другой установке',
  },
  checkpointVanished: (seq) => `контрольной точки, покрывавшей до #${seq}, нет ни в базе, ни вне её`,
};
