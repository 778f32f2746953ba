import type { DecisionFault, RowFault } from './decisionFaults.ts';

type Words = Record<'az' | 'en' | 'ru', string>;

/** What is wrong with a decision about a day and what would be right, for the person who enters it. */
export const DECISION_FAULT_WORDS: Readonly<Record<DecisionFault['reason'], Words>> = {
  'not-a-day': {
    az: 'Belə bir gün yoxdur. Günü 2026-03-20 şəklində yazın.',
    en: 'There is no such day. Write the day like 2026-03-20.',
    ru: 'Такого дня нет. Запишите день в виде 2026-03-20.',
  },
  'swap-needs-instead': {
    az: 'Günlərin yeri dəyişdirildikdə əvəzində iş günü olacaq gün göstərilməlidir.',
    en: 'A swap needs the day that is worked instead.',
    ru: 'При переносе нужно указать день, который становится рабочим взамен.',
  },
  'only-swap-has-instead': {
    az: 'Əvəzində iş günü olacaq gün yalnız günlərin yeri dəyişdirildikdə göstərilir.',
    en: 'Only a swap has a day that is worked instead.',
    ru: 'День, который становится рабочим взамен, указывается только при переносе.',
  },
  'swapped-for-itself': {
    az: 'Gün özü ilə əvəz edilə bilməz.',
    en: 'A day cannot be swapped for itself.',
    ru: 'День нельзя перенести на него самого.',
  },
  'year-out-of-range': {
    az: 'Gün 2017-ci ildən əvvəl və ya qərarın dərc olunduğu ildən sonrakı ildən gec ola bilməz.',
    en: 'The day may lie neither before 2017 nor after the year that follows the publication.',
    ru: 'День не может быть раньше 2017 года и позже года, следующего за годом опубликования.',
  },
  'published-later': {
    az: 'Qərar hələ dərc olunmayıb: dərc günü bu gündən sonradır.',
    en: 'The decision is not published yet: its day of publication is after today.',
    ru: 'Решение ещё не опубликовано: день опубликования позже сегодняшнего.',
  },
  'stands-twice': {
    az: 'Bu gün yuxarıda artıq göstərilib: eyni növ üzrə və ya başqa bir dəyişdirmədə.',
    en: 'This day stands above already, with the same kind or in another swap.',
    ru: 'Этот день уже указан выше: с тем же видом или в другом переносе.',
  },
  'decided-otherwise': {
    az: 'Bu gün barədə fərqli bir qərar artıq qeydə alınıb: əvvəlcə onu geri götürmək lazımdır.',
    en: 'A different decision about this day is recorded already: it has to be taken back first.',
    ru: 'Об этом дне уже записано другое решение: сначала его нужно отменить.',
  },
  'year-not-covered': {
    az: '{day} təqvimin əhatə etmədiyi ilə düşür: əvvəlcə həmin ilin Ramazan və Qurban bayramı günlərini daxil edin.',
    en: '{day} lies in a year the calendar does not cover: first enter the days of Ramazan and Qurban of that year.',
    ru: '{day} приходится на год, которого календарь не охватывает: сначала внесите дни Рамазан и Гурбан этого года.',
  },
  'off-already': {
    az: '{day} onsuz da iş günü deyil: istirahət gününə çevrilən gün iş günü olmalıdır.',
    en: '{day} is a day off already: the day that becomes a day off must be a working day.',
    ru: '{day} и так нерабочий день: выходным может стать только рабочий день.',
  },
  'worked-already': {
    az: '{day} onsuz da iş günüdür: əvəzində iş günü olacaq gün istirahət və ya bayram günü olmalıdır.',
    en: '{day} is a working day already: the day worked instead must be a day off.',
    ru: '{day} и так рабочий день: рабочим взамен может стать только нерабочий день.',
  },
};

/** What is wrong, in the reader's language, with the day where the sentence names it. */
export function sayDecisionFault(
  { reason, day = '' }: Pick<RowFault, 'reason' | 'day'>,
  language: keyof Words,
): string {
  return DECISION_FAULT_WORDS[reason][language].replace('{day}', day);
}
