import type { ClauseId } from '../../../../law/clauses.ts';
import type { Fault, IssuanceWords, NoticeFacts } from '../facts.ts';
import { writeDay, writeEnd, writeInstant, writeThere } from '../writeInstant.ts';

const TASKS: Partial<Record<ClauseId, string>> = {
  'R1598/2.11': 'пригласить нерезидента в дипломатическое представительство',
  'R1598/2.16': 'сдать вторые экземпляры подписанных договоров в Министерство иностранных дел',
  'R1598/2.17': 'представить договоры по принадлежности',
  'R1598/2.18': 'направить договоры по принадлежности',
  'R1598/5.4': 'внести сертификат в реестр',
};

const REFUNDS = 'Платежи, внесённые за сертификационные услуги, ни в каком случае не возвращаются (пункт 2.20 Правил).';

const CANCELLED: Record<NoticeFacts['appointment-cancelled']['by'], string> = {
  applicant: 'Вы отменили приём в дипломатическом представительстве.',
  mission: 'Дипломатическое представительство не сможет принять вас в это время и отменило приём.',
  'case-ended': 'Дело по вашему заявлению завершено, поэтому приём в дипломатическом представительстве отменён.',
};

/** The later notices in Russian; the terms are those fixed for the decree's words. */
export const issuanceRu: IssuanceWords = {
  'centre-deficiency': (facts) => ({
    subject: `В представленных документах обнаружены недостатки: ${facts.caseNumber}`,
    paragraphs: [
      'Центр обнаружил в представленных вами документах следующие недостатки.',
      numbered(facts.items),
      `Номер заявления: ${facts.caseNumber}\nОбнаружены: ${writeInstant(facts.at, 'ru')}`,
      `Устраните их по коду отслеживания: ${facts.mendUrl}\nСрока для этого Правила не устанавливают; заявление ждёт вас.`,
    ],
  }),
  'issuance-decided': (facts) => ({
    subject: `Принято решение о выдаче сертификата: ${facts.caseNumber}`,
    paragraphs: [
      'Центр принял решение о выдаче сертификата электронной подписи. Решение и договор направлены в дипломатическое представительство.',
      `Номер заявления: ${facts.caseNumber}\nВремя решения: ${writeInstant(facts.decidedAt, 'ru')}\nДипломатическое представительство или консульство: ${facts.mission}`,
      'Дипломатическое представительство пригласит вас в течение 1 (одного) рабочего дня.',
    ],
  }),
  'centre-refusal': (facts) => ({
    subject: `Отказ центра: ${facts.caseNumber}`,
    paragraphs: [
      'Центр отказал в выдаче сертификата электронной подписи.',
      `Номер заявления: ${facts.caseNumber}\nВремя решения: ${writeInstant(facts.decidedAt, 'ru')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  'mission-decision-arrived': (facts) => ({
    subject: `Поступило решение о выдаче сертификата: ${facts.caseNumber}`,
    paragraphs: [
      `${facts.mission}: решение о выдаче сертификата и договор находятся в вашем распоряжении на портале. Нерезидента следует пригласить до конца срока.`,
      `Номер заявления: ${facts.caseNumber}\nКонец срока для приглашения: ${writeEnd(facts.endsAt, 'ru')}`,
    ],
  }),
  invited: (facts) => ({
    subject: `Приглашение в дипломатическое представительство: ${facts.caseNumber}`,
    paragraphs: [
      `Вас приглашают в дипломатическое представительство: ${facts.mission}.`,
      `Номер заявления: ${facts.caseNumber}\nПервый день, когда можно прийти: ${writeDay(facts.fromDay, 'ru')}`,
      `Время вы выбираете сами по коду отслеживания; его можно перенести или отменить: ${facts.bookUrl}`,
      'Принесите подлинники документов, представленных через портал, и одну цветную фотографию 3,5x4,5 см. После проверки подлинники вам вернут.',
    ],
  }),
  'invitation-overdue': (facts) => ({
    subject: `Срок приглашения истёк: ${facts.caseNumber}`,
    paragraphs: [
      'Дипломатическое представительство не пригласило вас в установленный срок. Просрочку видят представительство и Министерство иностранных дел; заявление остаётся в силе.',
      `Номер заявления: ${facts.caseNumber}\nДипломатическое представительство или консульство: ${facts.mission}\nКонец срока: ${writeEnd(facts.endsAt, 'ru')}`,
    ],
  }),
  'appointment-booked': (facts) => ({
    subject: facts.moved ? `Приём перенесён: ${facts.caseNumber}` : `Приём назначен: ${facts.caseNumber}`,
    paragraphs: [
      facts.moved
        ? 'Ваш приём в дипломатическом представительстве перенесён.'
        : 'Ваш приём в дипломатическом представительстве назначен.',
      `Номер заявления: ${facts.caseNumber}\nМесто: ${facts.mission}\nВремя: ${writeThere(facts.startsAt, facts.zone, 'ru')}\nПродолжительность: ${facts.minutes} мин.`,
      'Принесите подлинники документов, представленных через портал, и одну цветную фотографию 3,5x4,5 см.',
    ],
  }),
  'appointment-cancelled': (facts) => ({
    subject: `Приём отменён: ${facts.caseNumber}`,
    paragraphs: [
      CANCELLED[facts.by],
      `Номер заявления: ${facts.caseNumber}\nМесто: ${facts.mission}\nОтменённое время: ${writeThere(facts.startsAt, facts.zone, 'ru')}`,
      ...(facts.by === 'case-ended' ? [] : [`Можно выбрать другое время: ${facts.bookUrl}`]),
    ],
  }),
  'no-show': (facts) => ({
    subject: `Вы не пришли на приём: ${facts.caseNumber}`,
    paragraphs: [
      'Отмечено, что в назначенное время вы не пришли в дипломатическое представительство. Заявление остаётся в силе.',
      `Номер заявления: ${facts.caseNumber}\nМесто: ${facts.mission}\nВремя: ${writeThere(facts.startsAt, facts.zone, 'ru')}`,
      `Можно выбрать другое время: ${facts.bookUrl}`,
    ],
  }),
  mismatch: (facts) => ({
    subject: `Отказ из-за несоответствия: ${facts.caseNumber}`,
    paragraphs: [
      'В выдаче сертификата отказано: представленное вами в дипломатическом представительстве не соответствует представленному на портале.',
      numbered(facts.items),
      `Номер заявления: ${facts.caseNumber}\nВремя решения: ${writeInstant(facts.decidedAt, 'ru')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  issued: (facts) => ({
    subject: `Сертификат вам выдан: ${facts.caseNumber}`,
    paragraphs: [
      'Вам выданы сертификат электронной подписи, его носитель и один экземпляр подписанных договоров.',
      `Номер заявления: ${facts.caseNumber}\nВремя выдачи: ${writeInstant(facts.at, 'ru')}\nСертификат действует до: ${writeInstant(facts.validUntil, 'ru')}`,
      'Срок действия сертификата — 3 (три) года (пункт 2.19 Правил).',
    ],
  }),
  lapsed: (facts) => ({
    subject: `Производство по вашему заявлению прекращено: ${facts.caseNumber}`,
    paragraphs: [
      `Производство по вашему заявлению прекращено. Основание: ${facts.act}.`,
      `Номер заявления: ${facts.caseNumber}\nВремя: ${writeInstant(facts.at, 'ru')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  'term-reminder': (facts) => ({
    subject: `Напоминание: истекает срок, ${facts.caseNumber}`,
    paragraphs: [
      `${facts.holder}: напоминаем, что следует ${TASKS[facts.clause] ?? facts.clause}.`,
      `Номер: ${facts.caseNumber}\nКонец срока: ${writeEnd(facts.endsAt, 'ru')}`,
    ],
    ground: facts.clause,
  }),
  'term-overdue': (facts) => ({
    subject: `Срок истёк: ${facts.caseNumber}`,
    paragraphs: [
      `${facts.holder}: срок истёк, обязанность остаётся: ${TASKS[facts.clause] ?? facts.clause}.`,
      `Номер: ${facts.caseNumber}\nКонец срока: ${writeEnd(facts.endsAt, 'ru')}`,
    ],
    ground: facts.clause,
  }),
};

function complaintTo(act: string): string {
  return `На это решение можно подать административную жалобу. Правила сами не регулируют жалобы и в пункте 1.5 отсылают к другим нормативным правовым актам; применяется: ${act}.`;
}

function numbered(items: readonly Fault[]): string {
  return items.map(({ label, reason }, i) => `${i + 1}. ${label}: ${reason}`).join('\n');
}
