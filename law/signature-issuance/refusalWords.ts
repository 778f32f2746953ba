import type { ClauseId } from '../clauses.ts';

type Words = Record<'az' | 'en' | 'ru', string>;

/** Why an application is refused before registration, for people. */
const REASONS: Partial<Record<ClauseId, Words>> = {
  'R1598/1.2.1': {
    az: 'Qayda yalnız qeyri-rezidentlərə şamil edilir: xarici ölkədə yaşayan əcnəbilərə və vətəndaşlığı olmayan şəxslərə, xarici ölkədə daimi yaşayan Azərbaycan vətəndaşlarına və xarici ölkədə fəaliyyət göstərən hüquqi şəxslərə. Ərizədə daimi yaşayış ölkəsi kimi Azərbaycan göstərilib.',
    en: 'The Rule covers non-residents alone: foreigners and stateless persons living abroad, citizens of Azerbaijan permanently living abroad, and legal persons operating abroad. The application names Azerbaijan as the country of permanent residence.',
    ru: 'Правила распространяются только на нерезидентов: проживающих за границей иностранцев и лиц без гражданства, постоянно проживающих за границей граждан Азербайджана и действующих за границей юридических лиц. В заявлении страной постоянного проживания указан Азербайджан.',
  },
  'Q279/1': {
    az: 'Bu xidmət dövlət xidmətlərinin reyestrində qeydiyyatda deyil, ona görə göstərilə bilməz.',
    en: 'This service does not stand in the registry of state services, so it may not be provided.',
    ru: 'Эта услуга не зарегистрирована в реестре государственных услуг и потому не может оказываться.',
  },
  'R1598/1.2.7': {
    az: 'Bu şəxsin həmin sertifikat üçün baxılmaqda olan ərizəsi artıq var.',
    en: 'This person already has an open application for the same certificate.',
    ru: 'У этого лица уже есть рассматриваемое заявление на тот же сертификат.',
  },
};

/** The reason of a refusal in a language; throws for a clause by which nothing is refused. */
export function describeRefusal(clause: ClauseId, language: 'az' | 'en' | 'ru'): string {
  const words = REASONS[clause];
  if (words === undefined) throw new Error(`nothing is refused under ${clause}`);
  return words[language];
}
