import type { FormParts, WireForm } from './hostile.ts';

const BOUNDARY = '----MohletProof7f2c19';

/** One part of a multipart form, its head as given. */
export function part(head: string, content: Buffer | string): Buffer {
  return Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
}

/** The parts of the fields beside the file. */
export function fieldParts(fields: FormParts['fields']): Buffer[] {
  return Object.entries(fields).map(([name, value]) => part(`Content-Disposition: form-data; name="${name}"`, value));
}

/** The file's part; its name goes out byte by byte, as a hostile sender would write it. */
export function filePart({ field, name, type, bytes }: FormParts['file'], more = ''): Buffer {
  const escaped = name.replaceAll('"', '%22');
  return part(
    `Content-Disposition: form-data; name="${field}"; filename="${escaped}"\r\nContent-Type: ${type}${more}`,
    bytes,
  );
}

/** A form of parts; `end` is what closes it, `contentType` what the request says of it. */
export function formOf(
  parts: readonly Buffer[],
  { end = `--${BOUNDARY}--\r\n`, contentType = `multipart/form-data; boundary=${BOUNDARY}` } = {},
): WireForm {
  return { contentType, body: Buffer.concat([...parts, Buffer.from(end)]) };
}

/** The form as a browser writes it. */
export function plainForm({ fields, file }: FormParts): WireForm {
  return formOf([...fieldParts(fields), filePart(file)]);
}
