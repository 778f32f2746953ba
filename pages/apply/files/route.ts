import { detachFile, openDraftFile, readDraft } from '../../../cases/drafts/editDraft.ts';
import { takeFile as takeDraftFile } from '../../../cases/drafts/takeFile.ts';
import { ACCEPTED_WORDS, KIND_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import { DOCUMENT_KINDS, DOCUMENT_RULES, type DocumentKind } from '../../../law/signature-issuance/documents.ts';
import type { DraftPage, DraftVisit, FormError, Reply } from '../../page.ts';
import { networkOf } from '../../../cases/record/networkOf.ts';
import { sayPhotograph, sayRefusedFile } from '../../rendering/sayFile.ts';

/** The documents (R1598/2.3.1-2.3.3): each judged at once by its content, shown, replaced, removed. */
export const files: DraftPage = {
  path: '/apply/files',
  who: 'draft',
  files: 1,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { form, needs, draftId, to, t } = visit;
    if (form['remove'] !== undefined) {
      if (await detachFile(needs.record, needs.files, draftId, form['remove'])) visit.tellNext(t('files.removed'));
      return { kind: 'see', path: to('/apply/files') };
    }
    const kind = DOCUMENT_KINDS.find((known) => known === form['kind']);
    return kind === undefined ? show(visit, []) : takeFile(visit, kind);
  },
};

async function takeFile(visit: DraftVisit, kind: DocumentKind): Promise<Reply> {
  const { needs, draftId, to, t, request } = visit;
  const refuse = (text: string, status = 422) => show(visit, [{ field: kind, text }], status);
  if (visit.tooLarge !== null) return refuse(sayRefusedFile(kind, { reason: 'too-large' }, visit));
  const file = visit.files.find(({ field }) => field === kind);
  if (file === undefined) return refuse(t('files.none'));
  const sent = { draftId, kind, bytes: file.bytes, address: networkOf(request.ip) };
  const outcome = await takeDraftFile(needs, sent, visit.once('apply/files', kind));
  switch (outcome.kind) {
    case 'refused':
      return refuse(sayRefusedFile(kind, outcome, visit));
    case 'too-many':
      return refuse(t('files.tooMany'), 429);
    case 'no-space':
      return refuse(t('start.noSpace'), 503);
    case 'other-body':
    case 'in-flight':
      return refuse(t(outcome.kind === 'in-flight' ? 'common.inFlight' : 'common.keyUsed'));
    case 'no-draft':
      return { kind: 'see', path: to('/apply/return') };
    case 'attached':
      break;
  }
  const { width, height } = outcome.taken;
  const measured =
    kind === 'photograph' && width !== undefined && height !== undefined
      ? ` ${sayPhotograph({ width, height, colour: true }, t)}`
      : '';
  visit.tellNext(t(`files.good.${kind}`) + measured);
  return { kind: 'see', path: to('/apply/files') };
}

async function show(visit: DraftVisit, errors: readonly FormError[], status?: number): Promise<Reply> {
  const { needs, draftId, t, to, language } = visit;
  const draft = await readDraft(needs.record, draftId);
  if (draft === null) return { kind: 'see', path: to('/apply/return') };
  const wanted = DOCUMENT_KINDS.filter(
    (kind) =>
      kind !== 'power-of-attorney' ||
      draft.application.filedBy === 'representative' ||
      draft.files.some((file) => file.kind === kind),
  );
  return {
    kind: 'view',
    view: 'apply/files/view.njk',
    title: t('steps.files'),
    back: to('/apply/tasks'),
    errors,
    ...(status !== undefined && { status }),
    data: {
      kinds: wanted.map((kind) => {
        const file = draft.files.find((one) => one.kind === kind);
        return {
          kind,
          name: KIND_WORDS[kind][language],
          accepted: ACCEPTED_WORDS[kind][language],
          types: DOCUMENT_RULES[kind].mediaTypes.join(','),
          ...(file !== undefined && {
            file,
            href: to(`/apply/files/${file.id}`),
            image: file.mediaType.startsWith('image/'),
          }),
        };
      }),
    },
  };
}

/** A draft's own file, to look at. */
export const draftFile: DraftPage = {
  path: '/apply/files/:id',
  who: 'draft',
  get: async ({ needs, draftId, params }) => {
    const found = await openDraftFile(needs.record, needs.files, draftId, params['id'] ?? '');
    if (found === null) return { kind: 'not-found' };
    return { kind: 'file', type: found.mediaType, name: 'file', bytes: found.bytes, inline: true };
  },
};
