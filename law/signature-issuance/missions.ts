import type { Country } from './countries.ts';
import type { Language } from './documents.ts';

type MissionKind = 'embassy' | 'consulate-general' | 'consulate';
type Mission = {
  id: string;
  country: Country;
  kind: MissionKind;
  /** The post's own time zone (IANA). */
  zone: string;
  inForceFrom: string;
  inForceTo?: string;
  city: Record<Language, string>;
};

// The Foreign Ministry's own list was not at hand: these rows are assumed, and a new list is new rows.
const since2017 = <const I extends string>(
  id: I,
  country: Country,
  kind: MissionKind,
  zone: string,
  az: string,
  en: string,
  ru: string,
) => ({ id, country, kind, zone, inForceFrom: '2017-09-12', city: { az, en, ru } }) as const;

/** The diplomatic missions and consulates that take part (R1598/2.1), as dated rows: ISO days in Baku, `inForceTo` not included. */
const MISSIONS = [
  since2017('abu-dhabi', 'ARE', 'embassy', 'Asia/Dubai', 'Əbu-Dabi', 'Abu Dhabi', 'Абу-Даби'),
  since2017('ankara', 'TUR', 'embassy', 'Europe/Istanbul', 'Ankara', 'Ankara', 'Анкара'),
  since2017('istanbul', 'TUR', 'consulate-general', 'Europe/Istanbul', 'İstanbul', 'Istanbul', 'Стамбул'),
  since2017('kars', 'TUR', 'consulate-general', 'Europe/Istanbul', 'Qars', 'Kars', 'Карс'),
  since2017('ashgabat', 'TKM', 'embassy', 'Asia/Ashgabat', 'Aşqabad', 'Ashgabat', 'Ашхабад'),
  since2017('astana', 'KAZ', 'embassy', 'Asia/Almaty', 'Astana', 'Astana', 'Астана'),
  since2017('aktau', 'KAZ', 'consulate', 'Asia/Aqtau', 'Aktau', 'Aktau', 'Актау'),
  since2017('beijing', 'CHN', 'embassy', 'Asia/Shanghai', 'Pekin', 'Beijing', 'Пекин'),
  since2017('berlin', 'DEU', 'embassy', 'Europe/Berlin', 'Berlin', 'Berlin', 'Берлин'),
  since2017('bern', 'CHE', 'embassy', 'Europe/Zurich', 'Bern', 'Bern', 'Берн'),
  since2017('brussels', 'BEL', 'embassy', 'Europe/Brussels', 'Brüssel', 'Brussels', 'Брюссель'),
  since2017('bucharest', 'ROU', 'embassy', 'Europe/Bucharest', 'Buxarest', 'Bucharest', 'Бухарест'),
  since2017('budapest', 'HUN', 'embassy', 'Europe/Budapest', 'Budapeşt', 'Budapest', 'Будапешт'),
  since2017('cairo', 'EGY', 'embassy', 'Africa/Cairo', 'Qahirə', 'Cairo', 'Каир'),
  since2017('canberra', 'AUS', 'embassy', 'Australia/Sydney', 'Kanberra', 'Canberra', 'Канберра'),
  since2017('chisinau', 'MDA', 'embassy', 'Europe/Chisinau', 'Kişinyov', 'Chisinau', 'Кишинёв'),
  since2017('islamabad', 'PAK', 'embassy', 'Asia/Karachi', 'İslamabad', 'Islamabad', 'Исламабад'),
  since2017('kyiv', 'UKR', 'embassy', 'Europe/Kyiv', 'Kiyev', 'Kyiv', 'Киев'),
  since2017('london', 'GBR', 'embassy', 'Europe/London', 'London', 'London', 'Лондон'),
  since2017('madrid', 'ESP', 'embassy', 'Europe/Madrid', 'Madrid', 'Madrid', 'Мадрид'),
  since2017('minsk', 'BLR', 'embassy', 'Europe/Minsk', 'Minsk', 'Minsk', 'Минск'),
  since2017('moscow', 'RUS', 'embassy', 'Europe/Moscow', 'Moskva', 'Moscow', 'Москва'),
  since2017(
    'saint-petersburg',
    'RUS',
    'consulate-general',
    'Europe/Moscow',
    'Sankt-Peterburq',
    'Saint Petersburg',
    'Санкт-Петербург',
  ),
  since2017('new-delhi', 'IND', 'embassy', 'Asia/Kolkata', 'Nyu-Dehli', 'New Delhi', 'Нью-Дели'),
  since2017('ottawa', 'CAN', 'embassy', 'America/Toronto', 'Ottava', 'Ottawa', 'Оттава'),
  since2017('paris', 'FRA', 'embassy', 'Europe/Paris', 'Paris', 'Paris', 'Париж'),
  since2017('prague', 'CZE', 'embassy', 'Europe/Prague', 'Praqa', 'Prague', 'Прага'),
  since2017('riga', 'LVA', 'embassy', 'Europe/Riga', 'Riqa', 'Riga', 'Рига'),
  since2017('riyadh', 'SAU', 'embassy', 'Asia/Riyadh', 'Ər-Riyad', 'Riyadh', 'Эр-Рияд'),
  since2017('rome', 'ITA', 'embassy', 'Europe/Rome', 'Roma', 'Rome', 'Рим'),
  since2017('seoul', 'KOR', 'embassy', 'Asia/Seoul', 'Seul', 'Seoul', 'Сеул'),
  since2017('sofia', 'BGR', 'embassy', 'Europe/Sofia', 'Sofiya', 'Sofia', 'София'),
  since2017('stockholm', 'SWE', 'embassy', 'Europe/Stockholm', 'Stokholm', 'Stockholm', 'Стокгольм'),
  since2017('tashkent', 'UZB', 'embassy', 'Asia/Tashkent', 'Daşkənd', 'Tashkent', 'Ташкент'),
  since2017('tbilisi', 'GEO', 'embassy', 'Asia/Tbilisi', 'Tbilisi', 'Tbilisi', 'Тбилиси'),
  since2017('batumi', 'GEO', 'consulate-general', 'Asia/Tbilisi', 'Batumi', 'Batumi', 'Батуми'),
  since2017('tehran', 'IRN', 'embassy', 'Asia/Tehran', 'Tehran', 'Tehran', 'Тегеран'),
  {
    ...since2017('tel-aviv', 'ISR', 'embassy', 'Asia/Jerusalem', 'Təl-Əviv', 'Tel Aviv', 'Тель-Авив'),
    inForceFrom: '2023-03-29',
  },
  since2017('tokyo', 'JPN', 'embassy', 'Asia/Tokyo', 'Tokio', 'Tokyo', 'Токио'),
  since2017('vienna', 'AUT', 'embassy', 'Europe/Vienna', 'Vyana', 'Vienna', 'Вена'),
  since2017('vilnius', 'LTU', 'embassy', 'Europe/Vilnius', 'Vilnüs', 'Vilnius', 'Вильнюс'),
  since2017('warsaw', 'POL', 'embassy', 'Europe/Warsaw', 'Varşava', 'Warsaw', 'Варшава'),
  since2017('washington', 'USA', 'embassy', 'America/New_York', 'Vaşinqton', 'Washington', 'Вашингтон'),
  since2017(
    'los-angeles',
    'USA',
    'consulate-general',
    'America/Los_Angeles',
    'Los-Anceles',
    'Los Angeles',
    'Лос-Анджелес',
  ),
] as const satisfies readonly Mission[];

/** A mission's id: what the form holds. */
export type MissionId = (typeof MISSIONS)[number]['id'];

/** The ids of all missions there ever were, each once. */
export const MISSION_IDS: readonly MissionId[] = [...new Set(MISSIONS.map(({ id }) => id))];

const KINDS: Record<MissionKind, Record<Language, string>> = {
  embassy: { az: 'səfirlik', en: 'embassy', ru: 'посольство' },
  'consulate-general': { az: 'baş konsulluq', en: 'consulate general', ru: 'генеральное консульство' },
  consulate: { az: 'konsulluq', en: 'consulate', ru: 'консульство' },
};

const rows: readonly Mission[] = MISSIONS;
const isOpen = (row: Mission, day: string): boolean =>
  row.inForceFrom <= day && (row.inForceTo === undefined || day < row.inForceTo);

/** Whether a mission takes part on an ISO day (Baku). */
export function isMissionOpen(id: MissionId, day: string): boolean {
  return rows.some((row) => row.id === id && isOpen(row, day));
}

/** The missions open in a country on an ISO day (Baku): what is proposed to who lives there (Annex 3.7). */
export function missionsIn(country: Country, day: string): MissionId[] {
  return MISSIONS.filter((row) => row.country === country && isOpen(row, day)).map(({ id }) => id);
}

/** A mission's name for people, e.g. "London, embassy"; the id itself where no row ever had it. */
export function missionName(id: string, language: Language): string {
  const row = rows.find((mission) => mission.id === id);
  return row === undefined ? id : `${row.city[language]}, ${KINDS[row.kind][language]}`;
}

/** The time zone (IANA) a mission's hours are in; throws RangeError where no row ever had that id. */
export function missionZone(id: string): string {
  const row = rows.findLast((mission) => mission.id === id);
  if (row === undefined) throw new RangeError('no such mission');
  return row.zone;
}
