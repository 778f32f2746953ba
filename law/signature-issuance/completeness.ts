import type { ClauseId } from '../clauses.ts';
import type { Application } from './application.ts';
import { choiceFindings } from './choiceFindings.ts';
import { documentFindings } from './documentFindings.ts';
import { ACCEPTED_WORDS, KIND_WORDS } from './documentWords.ts';
import type { DocumentKind, Language } from './documents.ts';
import { FIELDS } from './fields.ts';
import { type Finding, isBlank, when } from './findings.ts';
import { isAzerbaijaniMobile, isBic, isVoen } from './formats.ts';
import { badText, personFindings } from './personFindings.ts';
import type { ReasonCode } from './reasons.ts';
import { fieldWords } from './words/fieldWords.ts';
import { reasonWords } from './words/reasonWords.ts';

/** Something to be mended: JSON pointer, Annex number (empty where the Annex has none), reason, clause. No personal data. */
export type Item = { field: string; annex: string; reason: ReasonCode; clause: ClauseId };

/**
 * Everything that is missing in an application or contradicts itself, all at once and in the form's order (R1598/2.6,
 * Q191/7.4); empty when it is complete. `today` is an ISO day in Baku.
 */
export function missingItems(
  application: Application,
  facts: { today: string; documents: readonly { kind: DocumentKind }[] },
): Item[] {
  const demanded = demandFindings(application);
  // What a choice rules out is to be emptied: how it was typed does not matter then.
  const isRuledOut = (field: string) =>
    demanded.some((finding) => field === finding.field || field.startsWith(`${finding.field}/`));
  const contradictions = valueFindings(application, facts.today).filter(({ field }) => !isRuledOut(field));
  return [...demanded, ...contradictions, ...documentFindings(application, facts.documents)]
    .sort((a, b) => placeOf(a.field) - placeOf(b.field))
    .map((finding) => ({ ...finding, annex: FIELDS[placeOf(finding.field)]?.annex ?? '' }));
}

function demandFindings(application: Application): Finding[] {
  return FIELDS.flatMap(({ field, clause, demand }) => {
    const blank = isBlank(valueAt(application, field));
    const demanded = demand(application);
    if (demanded === 'optional') return [];
    if (demanded !== 'required') return when(!blank, field, demanded, clause);
    return when(blank, field, field.endsWith('/patronymic') ? 'patronymic-not-said' : 'missing', clause);
  });
}

function valueFindings(application: Application, today: string): Finding[] {
  const { applicant, representative, asanNumber, legalPerson } = application;
  const given = representative?.powerOfAttorney?.date;
  return [
    ...choiceFindings(application, today),
    ...badText(asanNumber, '/asanNumber', isAzerbaijaniMobile, 'not-an-azerbaijani-mobile', 'R1598/2.5'),
    ...(applicant === undefined ? [] : personFindings(applicant, '/applicant', today)),
    ...(representative === undefined ? [] : personFindings(representative, '/representative', today)),
    ...when(given !== undefined && given > today, '/representative/powerOfAttorney/date', 'in-the-future'),
    ...badText(applicant?.voen, '/applicant/voen', isVoen, 'not-a-voen'),
    ...badText(legalPerson?.voen, '/legalPerson/voen', isVoen, 'not-a-voen', 'R1598/1.2.10'),
    ...badText(applicant?.bankAccount?.bic, '/applicant/bankAccount/bic', isBic, 'not-a-bic'),
  ];
}

function valueAt(application: Application, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      application,
    );
}

/** Where a field stands in the form; uploads stand at the end. */
function placeOf(field: string): number {
  const at = FIELDS.findIndex((row) => row.field === field);
  return at === -1 ? FIELDS.length : at;
}

/** Says to a person which field is meant, in the Annex's own words in Azerbaijani, what is wrong and how to mend it. */
export function describeItem(
  item: Item,
  language: Language,
): { field: string; label: string; reason: string; mend: string } {
  const document = item.field.startsWith('/documents/') ? (item.field.slice(11) as DocumentKind) : null;
  const name = document === null ? fieldWords(item.field, language) : KIND_WORDS[document][language];
  const { reason, mend } = reasonWords(item.reason, language);
  return {
    field: item.field,
    label: item.annex === '' ? name : `${item.annex}. ${name}`,
    reason,
    mend: document !== null && item.reason === 'not-uploaded' ? `${mend} ${ACCEPTED_WORDS[document][language]}` : mend,
  };
}
