import type { Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { DOCUMENT_KINDS, DOCUMENT_RULES, describeDocumentProblem } from '../../law/signature-issuance/documents.ts';
import { languageOf, problem } from '../problem.ts';

/** Above every document's own limit, so that a file a little too large is judged by its kind even where that comes last. */
const LARGEST_UPLOAD = 12 * 1024 * 1024;

const oneFile = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 2 },
}).single('file');

/**
 * Reads a form of one file into memory; a form that is cut short, has no boundary or holds more is the sender's fault.
 * A file no document may be as large as is answered 413 with which document it is, why, and what would be accepted.
 */
export const readUpload: RequestHandler = (request, response, next) => {
  void oneFile(request, response, (fault: unknown) => {
    if (fault === undefined || fault === null) next();
    else if ((fault as { code?: string }).code === 'LIMIT_FILE_SIZE') refuseTooLarge(request, response);
    else problem(request, response, 400, 'upload-form');
  });
};

const oneDocument = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 0 },
}).single('document');

/** Reads a form of one document to be checked into memory; it is kept nowhere. */
export const readDocument: RequestHandler = (request, response, next) => {
  void oneDocument(request, response, (fault: unknown) => {
    if (fault === undefined || fault === null) next();
    else problem(request, response, 400, 'document-form');
  });
};

function refuseTooLarge(request: Request, response: Response): void {
  const kind = kindOf(request);
  if (kind === undefined) {
    const limit = (of: keyof typeof DOCUMENT_RULES) => String(DOCUMENT_RULES[of].maxBytes / 1_000_000);
    const fill = { photograph: limit('photograph'), scan: limit('identity-document') };
    problem(request, response, 413, 'upload-too-large', { fill });
    return;
  }
  const fill = describeDocumentProblem(kind, 'too-large', languageOf(request));
  const items = [{ field: '/file', document: kind, code: 'too-large', ...fill }];
  problem(request, response, 413, 'file-refused', { clause: DOCUMENT_RULES[kind].clause, items, fill });
}

/** The document a form says it brings, as far as it was read: the field may follow the file. */
export function kindOf(request: Request): (typeof DOCUMENT_KINDS)[number] | undefined {
  return DOCUMENT_KINDS.find((known) => known === (request.body as { kind?: unknown } | undefined)?.kind);
}
