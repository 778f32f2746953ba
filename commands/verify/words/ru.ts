import type { VerifyWords } from './words.ts';

/** `verify` in Russian. */
export const ru: VerifyWords = {
  usage: 'Порядок вызова: npm run -s verify -- ФАЙЛ [--trust КЛЮЧИ] [--language az|en|ru]',
  noFile: 'Прочитать файл не удалось.',
  badTrust: 'Прочитать доверенные ключи не удалось (--trust).',
  outcomes: {
    genuine:
      'ПОДЛИННЫЙ: этот акт об отсутствии отрицательного заключения выдан системой, ключам которой вы доверяете, и в нём ничего не изменено.',
    rehearsal: 'УЧЕБНЫЙ РЕЖИМ: подпись подлинная, но акт выдан в учебном режиме. Юридической силы он не имеет.',
    altered: 'ИЗМЕНЁН: подпись не подходит к тексту. После подписания изменён хотя бы один байт.',
    'foreign-key': 'ЧУЖОЙ КЛЮЧ: документ подписан ключом, которого нет среди доверенных.',
    malformed: 'НЕ ТОТ ДОКУМЕНТ: в файле нет подписанного акта об отсутствии отрицательного заключения.',
    'contradicts-itself':
      'ПРОТИВОРЕЧИЕ: подпись подлинная, но содержание противоречит само себе и ничего не доказывает.',
    'key-not-valid-then': 'КЛЮЧ НЕ ПРИМЕНЯЛСЯ: ключ известен, но во время подписания документа не применялся.',
  },
  contradictions: {
    'not-the-four-agencies': 'не названы четыре органа из R1598/2.7, каждый один раз',
    'nobody-silent': 'нет органа, не давшего заключения',
    'negative-opinion': 'дано отрицательное заключение',
    'ends-after-decision': 'срок истёк после решения',
    'days-do-not-give-the-end': 'дни не дают указанного конца срока',
    'moves-do-not-give-the-end': 'изменения конца срока не приводят к нему',
    'opinion-outside-term': 'заключение дано вне срока',
    'reminder-outside-term': 'напоминание вне срока',
    'outage-ends-before-it-begins': 'перерыв кончается раньше, чем начинается',
    'signed-before-decision': 'подписан раньше решения',
  },
  agencies: {
    'internal-affairs': 'Министерство внутренних дел',
    'foreign-affairs': 'Министерство иностранных дел',
    'state-security': 'Служба государственной безопасности',
    'foreign-intelligence': 'Служба внешней разведки',
  },
  how: {
    acknowledged: 'его система подтвердила получение запроса',
    'inbox-and-mail': 'дело находилось в его входящих, и почтовый сервер принял уведомление',
    'by-hand': 'доставку записал оператор на основании документа',
    'by-its-opinion': 'это показывает его собственное заключение',
  },
  decided: (caseNumber, at) =>
    `Дело ${caseNumber}: одобрено по R1598/2.8, так как отрицательного заключения не дано; решение: ${at}.`,
  delivered: (at, how) => `доставлено: ${at} (${how})`,
  reminded: (at) => `напоминание: ${at}`,
  counted: (days, workingDays) => `засчитанные рабочие дни (${workingDays}): ${days}`,
  passedOver: (days) => `не засчитаны: ${days}`,
  ended: (at, calendarVersion) => `срок истёк: ${at} (календарь ${calendarVersion})`,
  provisional: 'календарь на то время был предварительным',
  extended: (from, to, ground) => `продлён: вместо ${from} до ${to}; основание: ${ground}`,
  recomputed: (at, from, to, calendarVersion) =>
    `исчислен заново из-за нового календаря (${at}): вместо ${from} до ${to} (календарь ${calendarVersion})`,
  outage: (channel, from, to) => `канал ${channel} не работал: ${from} – ${to}`,
  lasting: 'продолжался и во время решения',
  silent: 'заключения не дано',
  nothingAgainst: (at) => `«возражений нет»: ${at}`,
  signed: (installation, kid, at) => `Подписала система ${installation}, ключ ${kid}${at === null ? '' : `, ${at}`}.`,
};
