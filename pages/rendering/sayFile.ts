import {
  describeDocumentProblem,
  type DocumentKind,
  photographChecks,
  type PictureFound,
  type ReasonCode,
} from '../../law/signature-issuance/documents.ts';
import type { Language } from '../../law/languages.ts';
import type { Say } from './words.ts';

/** Why a file was refused and what would be accepted; of a photograph size, ratio and colour, each by name. */
export function sayRefusedFile(
  kind: DocumentKind,
  { reason, measures }: { reason: ReasonCode; measures?: PictureFound },
  { t, language }: { t: Say; language: Language },
): string {
  const { reason: why, accepted } = describeDocumentProblem(kind, reason, language);
  return t('file.refused', { why: measures === undefined ? why : sayPhotograph(measures, t), accepted });
}

/** A photograph's size, ratio and colour in words, each with its verdict. */
export function sayPhotograph(measures: PictureFound, t: Say): string {
  const { width, height } = measures;
  const ratio = (width / height).toFixed(2);
  const said = Object.entries(photographChecks(measures)).map(([check, good]) =>
    t(`photograph.${check}.${good ? 'good' : 'bad'}`, { width, height, ratio }),
  );
  return said.join(' ');
}
