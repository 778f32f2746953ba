import type { Holiday } from './holidays.ts';
import type { MovedDayOff } from './movedDays.ts';
import type { WhyOfDay } from './workingDays.ts';

type Language = 'az' | 'en' | 'ru';
type Words = Record<Language, string>;

const HOLIDAYS: Record<Holiday, Words> = {
  'new-year': { az: 'Yeni il bayramı', en: 'New Year', ru: 'Новый год' },
  'womens-day': { az: 'Qadınlar günü', en: 'Women’s Day', ru: 'Женский день' },
  novruz: { az: 'Novruz bayramı', en: 'Novruz', ru: 'Новруз' },
  'victory-over-fascism': {
    az: 'Faşizm üzərində qələbə günü',
    en: 'Day of Victory over Fascism',
    ru: 'День победы над фашизмом',
  },
  'republic-day': { az: 'Respublika günü', en: 'Republic Day', ru: 'День Республики' },
  'independence-day': { az: 'Müstəqillik Günü', en: 'Independence Day', ru: 'День независимости' },
  'salvation-day': {
    az: 'Azərbaycan xalqının milli qurtuluş günü',
    en: 'National Salvation Day',
    ru: 'День национального спасения азербайджанского народа',
  },
  'armed-forces-day': {
    az: 'Azərbaycan Respublikasının Silahlı Qüvvələri günü',
    en: 'Armed Forces Day',
    ru: 'День Вооружённых сил Азербайджанской Республики',
  },
  'victory-day': { az: 'Zəfər Günü', en: 'Victory Day', ru: 'День Победы' },
  'flag-day': {
    az: 'Azərbaycan Respublikasının Dövlət bayrağı günü',
    en: 'State Flag Day',
    ru: 'День государственного флага Азербайджанской Республики',
  },
  'solidarity-day': {
    az: 'Dünya azərbaycanlılarının həmrəyliyi günü',
    en: 'Day of Solidarity of Azerbaijanis of the World',
    ru: 'День солидарности азербайджанцев мира',
  },
  ramazan: { az: 'Ramazan bayramı', en: 'Ramazan holiday', ru: 'праздник Рамазан' },
  qurban: { az: 'Qurban bayramı', en: 'Qurban holiday', ru: 'праздник Гурбан' },
};

const OTHER_DAYS: Record<Exclude<WhyOfDay, Holiday | MovedDayOff>, Words> = {
  received: {
    az: 'daxil olduğu gün; müddət sonrakı iş günündən başlayır',
    en: 'day of receipt; the term runs from the next working day',
    ru: 'день поступления; срок идёт со следующего рабочего дня',
  },
  'working-day': { az: 'iş günü', en: 'working day', ru: 'рабочий день' },
  'swapped-in': {
    az: 'Nazirlər Kabinetinin qərarı ilə iş günü',
    en: 'working day by decision of the Cabinet of Ministers',
    ru: 'рабочий день по решению Кабинета Министров',
  },
  weekend: { az: 'istirahət günü', en: 'rest day', ru: 'выходной день' },
  mourning: { az: 'Ümumxalq hüzn günü', en: 'Day of National Mourning', ru: 'День всенародной скорби' },
  election: { az: 'səsvermə günü', en: 'voting day', ru: 'день голосования' },
  'swapped-off': {
    az: 'Nazirlər Kabinetinin qərarı ilə istirahət günü',
    en: 'day off by decision of the Cabinet of Ministers',
    ru: 'выходной день по решению Кабинета Министров',
  },
};

const MOVED: Words = {
  az: 'bayramla üst-üstə düşmüş istirahət gününün əvəzi',
  en: 'in place of a rest day that fell on a holiday',
  ru: 'вместо выходного, совпавшего с праздником',
};

const COINCIDED: Words = {
  az: 'başqa bayram günü ilə üst-üstə düşmüş bayramın əvəzi',
  en: 'in place of a holiday that fell on another holiday',
  ru: 'вместо праздника, совпавшего с другим праздником',
};

/** The words for every reason code of a term's days, by language and code. */
export const DAY_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  az: inLanguage('az'),
  en: inLanguage('en'),
  ru: inLanguage('ru'),
};

function inLanguage(language: Language): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [code, text] of Object.entries(OTHER_DAYS)) words[code] = text[language];
  for (const [code, { [language]: holiday }] of Object.entries(HOLIDAYS)) {
    words[code] = holiday;
    words[`moved:${code}`] = `${MOVED[language]} (${holiday})`;
  }
  for (const code of ['ramazan', 'qurban'] as const)
    words[`coincided:${code}`] = `${COINCIDED[language]} (${HOLIDAYS[code][language]})`;
  return words;
}
