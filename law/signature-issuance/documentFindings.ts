import type { Application } from './application.ts';
import { DOCUMENT_KINDS, DOCUMENT_RULES, type DocumentKind } from './documents.ts';
import { type Finding, when } from './findings.ts';

/** Which uploads are missing or too many (R1598/2.3.1-2.3.3): the power of attorney goes with a representative, and only then. */
export function documentFindings(application: Application, uploaded: readonly { kind: DocumentKind }[]): Finding[] {
  const { filedBy } = application;
  return DOCUMENT_KINDS.flatMap((kind) => {
    const count = uploaded.filter((document) => document.kind === kind).length;
    const field = `/documents/${kind}`;
    const { clause } = DOCUMENT_RULES[kind];
    const wanted = kind !== 'power-of-attorney' || filedBy === 'representative';
    return [
      ...when(wanted && count === 0, field, 'not-uploaded', clause),
      ...when(kind === 'photograph' && count > 1, field, 'one-only', clause),
      ...when(kind === 'power-of-attorney' && filedBy === 'self' && count > 0, field, 'only-when-represented', clause),
    ];
  });
}
