import type { RequestHandler } from 'express';
import multer from 'multer';
import { problem } from '../problem.ts';

const LARGEST_UPLOAD = 12 * 1024 * 1024;

const oneFile = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 2 },
}).single('file');

/** Reads a form of one file into memory; a form that is cut short, has no boundary or holds more is the sender's fault. */
export const readUpload: RequestHandler = (request, response, next) => {
  void oneFile(request, response, (fault: unknown) => {
    if (fault === undefined || fault === null) next();
    else {
      const { code } = fault as { code?: string };
      problem(request, response, code === 'LIMIT_FILE_SIZE' ? 413 : 400, 'upload-form');
    }
  });
};
