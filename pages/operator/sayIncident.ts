import type { IncidentView } from '../../cases/findCases.ts';
import type { Visit } from '../page.ts';
import { instantInWords } from '../rendering/dates.ts';
import { sayHolder } from './sayHolder.ts';

/** Where what settles an incident is done: a section of its case's page, or a page of its own. */
const WHERE: Readonly<Record<string, 'delivered' | 'told' | 'settled' | 'retry'>> = {
  'delivery-not-proven': 'delivered',
  'notice-undelivered': 'told',
  'centre-message-refused': 'settled',
};

/** An incident for the operator: what it is, about whom, since when, what is to be done, and where. */
export function sayIncident(
  visit: Pick<Visit, 't' | 'to' | 'language'>,
  { id, caseNumber, kind, holder, openedAt }: IncidentView,
) {
  const { t, to, language } = visit;
  const nobody = kind === 'record-differs' || kind === 'notice-undelivered';
  return {
    what: t(`incident.${kind}`),
    about: nobody ? '' : sayHolder(visit, holder),
    since: instantInWords(openedAt, language),
    todo: t(`todo.${kind}`),
    href: to(
      kind === 'custody-difference'
        ? `/custody/differences/${id}`
        : kind === 'record-differs' || caseNumber === null
          ? '/operator/checks'
          : kind === 'unreadable-opinion'
            ? `/operator/cases/${caseNumber}/finding`
            : `/operator/cases/${caseNumber}#${WHERE[kind] ?? 'retry'}`,
    ),
  };
}
