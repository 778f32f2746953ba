import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { FileStore } from '../../adapters/ports.ts';
import { writeEvidence } from '../../cases/record/evidence.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import { giveOpinion, type OpinionInput } from '../../cases/signature-issuance/giveOpinion.ts';
import { readInbox, readInboxFile } from '../../cases/signature-issuance/readInbox.ts';
import { openDocument } from '../../cases/signature-issuance/recordUpload.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Opinion } from '../../law/signature-issuance/opinions.ts';
import { certificateOf } from './certificateOf.ts';

type Raw = {
  clientCertificate: { fingerprint: string | null; authorized: boolean };
  headers: readonly string[];
  body: Buffer;
};

type Refused = {
  kind: 'refused';
  why: string;
  xRoadError: { status: number; headers: Readonly<Record<string, string>>; body: object };
  certificate: string | null;
  messageId: string | null;
  caseNumber: string | null;
};

/** How a message at the listener is read and its sender believed: the agencies' adapter, handed in by main. */
export type ReceiveOpinion = (
  raw: Raw,
) =>
  | { kind: 'opinion'; agency: Agency; messageId: string; caseNumber: string; opinion: Opinion }
  | { kind: 'unreadable'; agency: Agency; messageId: string; caseNumber: string; sha256: string }
  | Refused;

/** Who sends a message that is no opinion: believed in the same way. */
export type ReceiveSender = (raw: Omit<Raw, 'body'>) => { kind: 'sender'; agency: Agency } | Refused;

type Needs = { record: CaseRecord; files: FileStore; receive: ReceiveOpinion; receiveSender: ReceiveSender };

/** Where the agencies' systems answer (R1598/2.8) and fetch the documents of a request (R1598/2.7), as X-Road requests. */
export function opinionRoutes({ record, files, receive, receiveSender }: Needs): Router {
  const router = Router();
  const base = '/r1/:instance/:class/:member/:subsystem';

  router.post(`${base}/opinions`, async (request, response) => {
    const read = receive(rawOf(request));
    if (read.kind === 'refused') {
      await refuse(record, response, read);
      return;
    }
    const input: OpinionInput = {
      caseNumber: read.caseNumber,
      agency: read.agency,
      messageId: read.messageId,
      content:
        read.kind === 'opinion'
          ? { kind: 'readable', opinion: read.opinion }
          : { kind: 'unreadable', sha256: read.sha256 },
    };
    response.locals['caseNumber'] = input.caseNumber;
    const outcome = await giveOpinion(record, input);
    echo(request, response);
    if (outcome === null) {
      await noteRefused(record, { ...input, why: 'unknown-case', certificate: certificateOf(request).fingerprint });
      xRoadError(response, 404, 'Client.UnknownCase', 'No such case');
    } else response.status(STATUS[outcome.kind]).json(outcome);
    response.once('finish', () => record.failpoint('opinion:after-answer'));
  });

  router.get(`${base}/documents/:id`, async (request, response) => {
    const read = receiveSender(rawOf(request));
    if (read.kind === 'refused') {
      await refuse(record, response, read);
      return;
    }
    const id = String(request.params['id']);
    const caseNumber = /^[\w./-]{1,64}$/.exec(request.get('x-road-issue') ?? '')?.[0] ?? '';
    const found = UUID.test(id) ? await openDocument(record, files, caseNumber, id) : null;
    const facts = { caseNumber, document: id };
    await noteRead(record, read.agency, found === null ? 'read-unknown-document' : 'read-document', facts);
    echo(request, response);
    if (found === null) xRoadError(response, 404, 'Client.UnknownDocument', 'No such document');
    else response.type(found.mediaType).send(found.bytes);
  });

  router.get(`${base}/inbox`, async (request, response) => {
    const read = receiveSender(rawOf(request));
    if (read.kind === 'refused') {
      await refuse(record, response, read);
      return;
    }
    echo(request, response);
    response.json({ files: await readInbox(record, read.agency) });
  });

  router.get(`${base}/inbox/:messageId`, async (request, response) => {
    const read = receiveSender(rawOf(request));
    if (read.kind === 'refused') {
      await refuse(record, response, read);
      return;
    }
    const messageId = String(request.params['messageId']);
    const found = UUID.test(messageId) ? await readInboxFile(record, read.agency, messageId) : null;
    await noteRead(record, read.agency, found === null ? 'read-unknown-file' : 'read-file', { message: messageId });
    echo(request, response);
    if (found === null) xRoadError(response, 404, 'Client.UnknownFile', 'No such file in this inbox');
    else response.json(found);
  });

  router.use((_request, response) => xRoadError(response, 404, 'Server.ServerProxy.UnknownService', 'No such service'));
  router.use((_fault: unknown, _request: Request, response: Response, _next: unknown) =>
    xRoadError(response, 500, 'Server.ServerProxy.ServiceFailed', 'Nothing was taken; send the same message again'),
  );
  return router;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const STATUS = {
  'ended-the-case': 200,
  noted: 200,
  'after-decision': 200,
  late: 409,
  incident: 422,
} as const;

async function noteRead(
  record: CaseRecord,
  agency: Agency,
  what: string,
  facts: Record<string, string>,
): Promise<void> {
  await writeEvidence(record, (day) => `read:${agency}:${day}`, { capacity: 'agency', id: agency }, [{ what, facts }]);
}

function rawOf(request: Request): Raw {
  return {
    clientCertificate: certificateOf(request),
    headers: request.rawHeaders,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}

async function refuse(record: CaseRecord, response: Response, refused: Refused): Promise<void> {
  const { xRoadError: error } = refused;
  await noteRefused(record, refused);
  response.status(error.status).set(error.headers).send(JSON.stringify(error.body));
}

/** A refused message is evidence too: who knocked, by certificate, and what was claimed. */
async function noteRefused(
  record: CaseRecord,
  { why, certificate, messageId, caseNumber }: Pick<Refused, 'why' | 'certificate' | 'messageId' | 'caseNumber'>,
): Promise<void> {
  await writeEvidence(record, (day) => `refused:${day}`, { capacity: 'unknown' }, [
    { what: 'message-refused', facts: { why, certificate, messageId, caseNumber } },
  ]);
}

function echo(request: Request, response: Response): void {
  response.set({ 'X-Road-Id': request.get('x-road-id') ?? '', 'X-Road-Request-Id': randomUUID() });
}

function xRoadError(response: Response, status: number, type: string, message: string): void {
  response.status(status).set('X-Road-Error', type).json({ type, message, detail: randomUUID() });
}
