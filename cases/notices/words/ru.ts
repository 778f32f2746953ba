import type { Agency } from '../../../law/signature-issuance/agencies.ts';
import type { NoticeFacts, NoticeWords } from './facts.ts';
import { issuanceRu } from './issuance/ru.ts';
import { writeDay, writeEnd, writeInstant } from './writeInstant.ts';

const AGENCIES: Record<Agency, string> = {
  'internal-affairs': 'Министерство внутренних дел',
  'foreign-affairs': 'Министерство иностранных дел',
  'state-security': 'Служба государственной безопасности',
  'foreign-intelligence': 'Служба внешней разведки',
};

const AFTER_THE_TERM =
  'Если в этот срок отрицательное заключение не дано, виртуальный ФИН выдаётся автоматически. Отрицательное заключение, данное после срока, не имеет силы.';

const REFUNDS = 'Платежи, внесённые за сертификационные услуги, ни в каком случае не возвращаются (пункт 2.20 Правил).';

/** The notices in Russian; the terms are those fixed for the decrees' words. */
export const ru: NoticeWords = {
  ground: 'Правовое основание',
  page: 'Подробнее',
  footer: 'Это письмо отправлено автоматически. Пожалуйста, не отвечайте на него.',
  rehearsal: {
    subject: '[Учебный режим]',
    text: 'УЧЕБНЫЙ РЕЖИМ: это уведомление учебное и не имеет юридической силы.',
  },
  notices: {
    ...issuanceRu,
    registered: (facts) => ({
      subject: `Ваше заявление зарегистрировано: ${facts.caseNumber}`,
      paragraphs: [
        'Ваше заявление о выдаче сертификата электронной подписи зарегистрировано.',
        [
          `Номер заявления: ${facts.caseNumber}`,
          `Время регистрации: ${writeInstant(facts.registeredAt, 'ru')}`,
          `Дипломатическое представительство или консульство: ${facts.mission}`,
          `Код отслеживания: ${facts.trackingCode}`,
        ].join('\n'),
        `По коду отслеживания можно узнать о ходе рассмотрения и до вручения вам сертификата отозвать заявление: ${facts.statusUrl}\nНикому не сообщайте код и сохраните это письмо: повторно код не показывается.`,
        'Что дальше: заявление с приложенными документами одновременно направляется в Министерство внутренних дел, Министерство иностранных дел, Службу государственной безопасности и Службу внешней разведки. Срок для каждого органа — 3 (три) рабочих дня после доставки ему заявления. Если ни один из них в этот срок не даст отрицательного заключения, вам автоматически выдаётся виртуальный ФИН. О результате вы получите уведомление.',
      ],
    }),
    'sign-in-code': (facts) => ({
      subject: 'Одноразовый код для входа',
      paragraphs: [
        `Одноразовый код, чтобы следить за делом: ${facts.code}`,
        'Код действует 10 минут и срабатывает один раз. Никому его не сообщайте. Если вы не входили, не обращайте внимания на это письмо: без кода дело никто не увидит.',
      ],
    }),
    'mend-this': (facts) => ({
      subject: 'В вашем заявлении есть недостатки',
      paragraphs: [
        'Ваше заявление ещё не зарегистрировано: при проверке полноты сведений обнаружены следующие недостатки.',
        ...facts.items.map((item, i) => `${i + 1}. ${item.label}\n   ${item.reason}\n   Что сделать: ${item.mend}`),
        'Устраните их и подтвердите заявление ещё раз.',
      ],
    }),
    refused: (facts) => ({
      subject: 'Ваше заявление не принято',
      paragraphs: ['В регистрации вашего заявления отказано.', `Причина: ${facts.reasonText}`],
      ground: facts.clause,
    }),
    'negative-opinion': (facts) => ({
      subject: `Отказ по вашему заявлению: ${facts.caseNumber}`,
      paragraphs: [
        'В выдаче сертификата электронной подписи отказано: в установленный срок по вашему заявлению дано отрицательное заключение.',
        `Номер заявления: ${facts.caseNumber}\nВремя решения: ${writeInstant(facts.decidedAt, 'ru')}`,
        `На этот отказ можно подать административную жалобу. Правила сами не регулируют жалобы и в пункте 1.5 отсылают к другим нормативным правовым актам; применяется: ${facts.complaint}.`,
        REFUNDS,
      ],
    }),
    'approved-by-silence': (facts) => ({
      subject: `Отрицательного заключения по вашему заявлению нет: ${facts.caseNumber}`,
      paragraphs: [
        `${silence(facts)} Поэтому вам автоматически выдаётся виртуальный ФИН.`,
        [
          `Номер заявления: ${facts.caseNumber}`,
          `Конец срока: ${writeEnd(facts.endsAt, 'ru')}`,
          `Время решения: ${writeInstant(facts.decidedAt, 'ru')}`,
        ].join('\n'),
        ['Дни срока:', ...facts.days.map(writeCounted)].join('\n'),
        'В целях безопасности сам виртуальный ФИН в этом письме не указан. Далее обращение направляется в центр сертификационных услуг, соответствующий виду сертификата.',
      ],
    }),
    withdrawn: (facts) => ({
      subject: `Ваше заявление отозвано: ${facts.caseNumber}`,
      paragraphs: [
        'Ваше заявление отозвано по коду отслеживания, его рассмотрение окончено. Вы можете подать новое заявление.',
        `Номер заявления: ${facts.caseNumber}\nВремя отзыва: ${writeInstant(facts.at, 'ru')}`,
        REFUNDS,
        'Если заявление отозвали не вы, незамедлительно обратитесь к оператору портала.',
      ],
    }),
    'end-moved': (facts) => ({
      subject:
        facts.agency === undefined
          ? `Конец срока по вашему заявлению изменился: ${facts.caseNumber}`
          : `Конец срока для заключения изменился, заявление ${facts.caseNumber}`,
      paragraphs: [
        facts.agency === undefined
          ? 'Календарь рабочих дней изменился, и срок для заключения по вашему заявлению исчислен заново. Если сроки четырёх органов истекают в разное время, здесь указан последний из изменившихся.'
          : `${AGENCIES[facts.agency]}: календарь рабочих дней изменился, и ваш срок для заключения по этому заявлению исчислен заново.`,
        [
          `Номер заявления: ${facts.caseNumber}`,
          `Прежний конец срока: ${writeEnd(facts.before, 'ru')}`,
          `Новый конец срока: ${writeEnd(facts.endsAt, 'ru')}`,
        ].join('\n'),
        ...(facts.agency === undefined ? [] : [AFTER_THE_TERM]),
      ],
    }),
    'agency-reminder': (facts) => ({
      subject: `Напоминание: истекает срок для заключения, заявление ${facts.caseNumber}`,
      paragraphs: [
        `${AGENCIES[facts.agency]}: напоминаем, что ваше заключение по заявлению ещё не поступило.`,
        `Номер заявления: ${facts.caseNumber}\nКонец срока: ${writeEnd(facts.endsAt, 'ru')}`,
        AFTER_THE_TERM,
      ],
    }),
    'agency-file-in-inbox': (facts) => ({
      subject: `Новое заявление для заключения: ${facts.caseNumber}`,
      paragraphs: [
        `${AGENCIES[facts.agency]}: заявление с приложенными документами находится в вашей папке в подсистеме «э-нерезидент»: ${facts.inboxUrl}`,
        `Номер заявления: ${facts.caseNumber}\nСрок для отрицательного заключения: 3 (три) рабочих дня`,
        AFTER_THE_TERM,
      ],
    }),
  },
};

function silence(facts: NoticeFacts['approved-by-silence']): string {
  return Temporal.Instant.compare(facts.decidedAt, facts.endsAt) < 0
    ? 'Ни один из четырёх органов не дал отрицательного заключения по вашему заявлению; органы, срок которых ещё не истёк, сообщили, что его у них нет.'
    : 'Ни один из четырёх органов в установленный срок не дал отрицательного заключения по вашему заявлению.';
}

function writeCounted(day: { date: string; counted: boolean; why: string }): string {
  return `- ${writeDay(day.date, 'ru')}: ${day.counted ? 'считается' : 'не считается'} (${day.why})`;
}
