import type { Language } from './documents.ts';
import { missionName } from './missions.ts';

type Words = Readonly<Record<Language, string>>;

const PARTIES: Readonly<Record<string, Words>> = {
  'centre:e-imza': { az: '“E-imza” Mərkəzi', en: 'the E-imza Centre', ru: 'центр «E-imza»' },
  'centre:asan': { az: '“ASAN imza” Mərkəzi', en: 'the ASAN imza Centre', ru: 'центр «ASAN imza»' },
  'ministry:foreign-affairs': {
    az: 'Xarici İşlər Nazirliyi',
    en: 'the Ministry of Foreign Affairs',
    ru: 'Министерство иностранных дел',
  },
  'ministry:communications': {
    az: 'Nəqliyyat, Rabitə və Yüksək Texnologiyalar Nazirliyi',
    en: 'the Ministry of Transport, Communications and High Technologies',
    ru: 'Министерство транспорта, связи и высоких технологий',
  },
  'portal-operator': {
    az: 'İqtisadi İslahatların Təhlili və Kommunikasiya Mərkəzi (portalın operatoru)',
    en: 'the Center for Analysis of Economic Reforms and Communication (operator of the portal)',
    ru: 'Центр анализа экономических реформ и коммуникации (оператор портала)',
  },
  'mobile-operator:azercell': {
    az: '“Azercell” mobil operatoru',
    en: 'the mobile operator Azercell',
    ru: 'мобильный оператор Azercell',
  },
  'mobile-operator:bakcell': {
    az: '“Bakcell” mobil operatoru',
    en: 'the mobile operator Bakcell',
    ru: 'мобильный оператор Bakcell',
  },
  'mobile-operator:nar': { az: '“Nar” mobil operatoru', en: 'the mobile operator Nar', ru: 'мобильный оператор Nar' },
  applicant: { az: 'qeyri-rezident', en: 'the non-resident', ru: 'нерезидент' },
};

const COURIER: Words = { az: 'kuryer', en: 'courier', ru: 'курьер' };

/** A party's name for people, as R1598/2.10 and 2.16-2.18 name it; the party itself where it has no name here. */
export function partyName(party: string, language: Language): string {
  const [sort, post = ''] = party.split(':');
  if (sort === 'mission') return missionName(post, language);
  if (sort === 'courier') return `${COURIER[language]} ${post}`;
  return PARTIES[party]?.[language] ?? party;
}
