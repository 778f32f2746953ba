import { readClock } from '../../../cases/findCases.ts';
import { mendApplication } from '../../../cases/centre/mendApplication.ts';
import { type OpenDeficiencies, readDeficiencies } from '../../../cases/centre/readDeficiencies.ts';
import { bakuDay } from '../../../law/calendar/bakuTime.ts';
import type { Language } from '../../../law/languages.ts';
import { describeItem } from '../../../law/signature-issuance/completeness.ts';
import { isDocument } from '../../../law/signature-issuance/deficiencies.ts';
import { DOCUMENT_KINDS, DOCUMENT_RULES, type DocumentKind } from '../../../law/signature-issuance/documents.ts';
import { ACCEPTED_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import { describeDeficiency, MENDING_REASONS } from '../../../law/signature-issuance/words/centreReasons.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { errorField, nameOf } from '../../apply/inputs.ts';
import { readStep } from '../../apply/readStep.ts';
import { sayFault } from '../../apply/sayFault.ts';
import { showFields } from '../../apply/showFields.ts';
import type { ApplicantPage, ApplicantVisit, FormError, Reply } from '../../page.ts';
import { valueAt } from '../../rendering/applicationRows.ts';
import { sayIn } from '../../rendering/words.ts';
import { keptUploads, takeUploads } from './takeUploads.ts';

/** What the Centre found deficient (R1598/2.9), item by item, and the fields and files to mend it with. */
export const mend: ApplicantPage = {
  path: '/case/mend',
  who: 'applicant',
  files: DOCUMENT_KINDS.length,
  get: async (visit) => {
    const found = await readDeficiencies(visit.needs.record, visit.caseNumber);
    return found === null ? { kind: 'see', path: visit.to('/case') } : show(visit, found, []);
  },
  post: async (visit) => {
    const { needs, caseNumber, form, t, to, language } = visit;
    const found = await readDeficiencies(needs.record, caseNumber);
    if (found === null) return { kind: 'see', path: to('/case') };
    const fieldNames = found.items.map(({ item }) => item).filter((item) => !isDocument(item));
    const read = readStep({}, fieldNames, form);
    const { uploads, errors } = await takeUploads(visit, found);
    if (read.kind === 'faulty') errors.push(...read.faults.map((fault) => sayFault(fault, t, language)));
    if (errors.length > 0 || read.kind === 'faulty') return show(visit, found, errors);
    const fields = Object.fromEntries(fieldNames.map((field) => [field, valueAt(read.application, field) ?? null]));
    const once = visit.once('case/mend', [fields, uploads]);
    const outcome = await mendApplication(needs.record, caseNumber, { fields, uploads }, once);
    if (outcome === null) return { kind: 'not-found' };
    switch (outcome.kind) {
      case 'mended':
        delete visit.request.session.mending;
        visit.tellNext(t('mend.done'));
        return { kind: 'see', path: to('/case') };
      case 'incomplete':
        return show(
          visit,
          found,
          outcome.items.map((item) => {
            const { label, reason, mend: how } = describeItem(item, language);
            return { field: errorField(item.field), text: `${label}: ${reason} ${how}` };
          }),
        );
      case 'refused':
        return show(visit, found, sayFaults(outcome, language));
      case 'unknown-uploads':
        delete visit.request.session.mending;
        return show(visit, found, [{ field: '', text: t('mend.filesGone') }]);
      case 'other-body':
        return show(visit, found, [{ field: '', text: t('common.keyUsed') }]);
      case 'in-flight':
        return show(visit, found, [{ field: '', text: t('common.inFlight') }]);
    }
  },
};

/** What the law did not take, item by item where it says which. */
function sayFaults(
  { reason, items = [] }: { reason: string; items?: readonly { item: string; reason: string }[] },
  language: Language,
): FormError[] {
  const words = (code: string) => MENDING_REASONS[code]?.[language] ?? code;
  if (items.length === 0) return [{ field: '', text: words(reason) }];
  return items.map(({ item, reason: why }) => ({
    field: isDocument(item) ? item : errorField(item),
    text: words(why),
  }));
}

async function show(
  visit: ApplicantVisit,
  { items, centre, round }: OpenDeficiencies,
  errors: readonly FormError[],
): Promise<Reply> {
  const { needs, t, to, language, form } = visit;
  const kept = keptUploads(visit, round).uploads;
  const about = {
    application: {},
    form,
    language,
    today: bakuDay((await readClock(needs.record)).legalNow),
    t: sayIn('apply', language),
  };
  return {
    kind: 'view',
    view: 'case/mend/view.njk',
    title: t('mend.title'),
    back: to('/case'),
    errors,
    data: {
      centre: partyName(`centre:${centre}`, language),
      items: items.map((one) => {
        const { label, detail: reason } = describeDeficiency(one, language);
        const document = isDocument(one.item);
        return {
          ...{ label, reason, remark: one.remark, document, id: document ? one.item : nameOf(one.item) },
          ...(document && {
            kept: kept[one.item] !== undefined,
            accepted: ACCEPTED_WORDS[one.item as DocumentKind][language],
            types: DOCUMENT_RULES[one.item as DocumentKind].mediaTypes.join(','),
          }),
          ...(!document && { field: showFields([{ field: one.item, optional: false }], about)[0] }),
        };
      }),
    },
  };
}
