import { type RequestHandler, urlencoded } from 'express';
import multer from 'multer';

/** Above every document's own limit, so that a file a little too large is judged by its kind. */
const LARGEST_FILE = 12 * 1024 * 1024;

/** Reads a form without files; at most 256 kB and 500 fields. */
export const readForm: RequestHandler = urlencoded({ extended: false, limit: '256kb', parameterLimit: 500 });

/** Reads a form with so many files at most into memory; of a file too large nothing is kept but the field's name. */
export function readFormWithFiles(most: number): RequestHandler {
  const limits = { fileSize: LARGEST_FILE, files: most, fields: 100, fieldSize: 64 * 1024 };
  const files = multer({ storage: multer.memoryStorage(), limits }).any();
  return (request, response, next) => {
    void files(request, response, (fault: unknown) => {
      const { code, field } = (fault ?? {}) as { code?: string; field?: string };
      if (code === 'LIMIT_FILE_SIZE') {
        response.locals['tooLarge'] = field ?? 'file';
        next();
      } else
        next(fault === undefined || fault === null ? undefined : Object.assign(new Error('form'), { status: 400 }));
    });
  };
}
