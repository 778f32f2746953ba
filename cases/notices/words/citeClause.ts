import type { ClauseId } from '../../../law/clauses.ts';
import type { Language } from './facts.ts';

const ACTS: Record<string, Record<Language, string>> = {
  R1598: {
    az: 'Azərbaycan Respublikası Prezidentinin 2017-ci il 12 sentyabr tarixli 1598 nömrəli Fərmanı ilə təsdiq edilmiş Qayda',
    en: 'Rule approved by Decree No. 1598 of the President of the Republic of Azerbaijan of 12 September 2017',
    ru: 'Правила, утверждённые Указом Президента Азербайджанской Республики № 1598 от 12 сентября 2017 года',
  },
  Q191: {
    az: 'Azərbaycan Respublikası Nazirlər Kabinetinin 2011-ci il 24 noyabr tarixli 191 nömrəli qərarı ilə təsdiq edilmiş Qaydalar',
    en: 'Rules approved by Decision No. 191 of the Cabinet of Ministers of the Republic of Azerbaijan of 24 November 2011',
    ru: 'Правила, утверждённые Постановлением Кабинета Министров Азербайджанской Республики № 191 от 24 ноября 2011 года',
  },
};

const ANNEX: Record<Language, string> = { az: 'Əlavə', en: 'Annex', ru: 'Приложение' };

const POINT: Record<Language, (number: string) => string> = {
  az: (number) => `${number}-${azerbaijaniOrdinal(number)} bənd`,
  en: (number) => `clause ${number}`,
  ru: (number) => `пункт ${number}`,
};

/** A clause as a reader may look it up: the act by its full name, then the clause. An act without a name here is given by its id. */
export function citeClause(clause: ClauseId, language: Language): string {
  const [source = '', rest = ''] = clause.split('/');
  const act = ACTS[source];
  if (act === undefined) return clause;
  const number = /^[0-9.]+/.exec(rest)?.[0];
  return `${act[language]}, ${number === undefined ? ANNEX[language] : POINT[language](number)}`;
}

/** The ordinal's suffix follows the last vowel of the number as it is spoken: altı-cı, doqquz-cu, üç-cü, beş-ci. */
function azerbaijaniOrdinal(number: string): string {
  const last = number.split('.').at(-1) ?? '';
  if (/(?:[9]|[13]0)$/.test(last)) return 'cu';
  if (/[34]$/.test(last)) return 'cü';
  return /(?:6|[469]0)$/.test(last) ? 'cı' : 'ci';
}
