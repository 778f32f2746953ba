import { createHash, randomUUID } from 'node:crypto';
import { mendApplication } from '../../../cases/centre/mendApplication.ts';
import { type OpenDeficiencies, readDeficiencies } from '../../../cases/centre/readDeficiencies.ts';
import { recordUpload } from '../../../cases/signature-issuance/recordUpload.ts';
import { describeItem } from '../../../law/signature-issuance/completeness.ts';
import { isDocument } from '../../../law/signature-issuance/deficiencies.ts';
import { describeDocumentProblem, type DocumentKind } from '../../../law/signature-issuance/documents.ts';
import { describeDeficiency, MENDING_REASONS } from '../../../law/signature-issuance/words/centreReasons.ts';
import { readStep } from '../../apply/readStep.ts';
import { nameOf } from '../../apply/inputs.ts';
import { showFields } from '../../apply/showFields.ts';
import type { ApplicantPage, ApplicantVisit, FormError, Reply } from '../../page.ts';
import { valueAt } from '../../rendering/applicationRows.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { sayIn } from '../../rendering/words.ts';

/** What the Centre found deficient (R1598/2.9), item by item, and the fields and files to mend it with. */
export const mend: ApplicantPage = {
  path: '/case/mend',
  who: 'applicant',
  files: true,
  get: async (visit) => {
    const found = await readDeficiencies(visit.needs.record, visit.caseNumber);
    return found === null ? { kind: 'see', path: visit.to('/case') } : show(visit, found, []);
  },
  post: async (visit) => {
    const { needs, caseNumber, form, t, to, language } = visit;
    const found = await readDeficiencies(needs.record, caseNumber);
    if (found === null) return { kind: 'see', path: to('/case') };
    const fieldNames = found.items.filter(({ item }) => !isDocument(item)).map(({ item }) => item);
    const read = readStep({}, fieldNames, form);
    if (read.kind === 'faulty')
      return show(
        visit,
        found,
        read.faults.map(({ field, reason }) => ({ field: nameOf(field), text: t(`fault.${reason}`) })),
      );
    const uploads = await takeUploads(visit, found);
    if ('errors' in uploads) return show(visit, found, uploads.errors);
    const fields = Object.fromEntries(fieldNames.map((field) => [field, valueAt(read.application, field) ?? null]));
    const once = visit.once('case/mend', [fields, uploads.digests]);
    const outcome = await mendApplication(needs.record, caseNumber, { fields, uploads: uploads.ids }, once);
    if (outcome === null) return { kind: 'not-found' };
    switch (outcome.kind) {
      case 'mended':
        visit.tellNext(t('mend.done'));
        return { kind: 'see', path: to('/case') };
      case 'incomplete':
        return show(
          visit,
          found,
          outcome.items.map((item) => {
            const { label, reason, mend: how } = describeItem(item, language);
            return { field: nameOf(item.field), text: `${label}: ${reason} ${how}` };
          }),
        );
      case 'refused':
        return show(visit, found, [{ field: '', text: MENDING_REASONS[outcome.reason]?.[language] ?? outcome.reason }]);
      case 'unknown-uploads':
      case 'other-body':
        return show(visit, found, [{ field: '', text: t('common.keyUsed') }]);
      case 'in-flight':
        return show(visit, found, [{ field: '', text: t('common.inFlight') }]);
    }
  },
};

/** The files sent for the documents named, judged and stored; or what is wrong with them. */
async function takeUploads(visit: ApplicantVisit, { items }: OpenDeficiencies) {
  const { needs, language, t } = visit;
  const ids: string[] = [];
  const digests: string[] = [];
  const errors: FormError[] = [];
  for (const { item } of items.filter((one) => isDocument(one.item))) {
    const kind = item as DocumentKind;
    const file = visit.files.find(({ field }) => field === kind);
    const refuse = (reason: Parameters<typeof describeDocumentProblem>[1]) => {
      const { reason: why, accepted } = describeDocumentProblem(kind, reason, language);
      errors.push({ field: kind, text: t('mend.refused', { why, accepted }) });
    };
    if (visit.tooLarge === kind) refuse('too-large');
    if (file === undefined) continue;
    const taken = await needs.takeIn(kind, file.bytes);
    if (taken.kind === 'refused') {
      refuse(taken.reason);
      continue;
    }
    const digest = createHash('sha256').update(file.bytes).digest('hex');
    const { mediaType, sha256, storedSha256, bytes: content } = taken;
    const request = visit.once(`case/mend/${kind}`, digest);
    const stored = await recordUpload(needs.record, needs.files, {
      ...{ id: randomUUID(), kind, mediaType, sha256, storedSha256, content },
      request,
    });
    if (stored.kind !== 'stored') continue;
    ids.push(stored.upload.id);
    digests.push(digest);
  }
  return errors.length > 0 ? { errors } : { ids, digests };
}

function show(visit: ApplicantVisit, { items, centre }: OpenDeficiencies, errors: readonly FormError[]): Reply {
  const { t, to, language, form } = visit;
  const about = {
    application: {},
    form,
    language,
    today: new Date().toISOString().slice(0, 10),
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
          ...(!document && { field: showFields([{ field: one.item, optional: false }], about)[0] }),
        };
      }),
    },
  };
}
