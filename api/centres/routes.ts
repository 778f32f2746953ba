import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import type { FileStore } from '../../adapters/ports.ts';
import type { CentreTrust } from '../../cases/centre/examineIssue.ts';
import { openCentreDocument } from '../../cases/centre/openCentreDocument.ts';
import { type CentreOutcome, type CentreSays, takeCentreAnswer } from '../../cases/centre/takeCentreAnswer.ts';
import { writeEvidence } from '../../cases/record/evidence.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import { certificateOf } from '../opinions/certificateOf.ts';

type Head = { clientCertificate: { fingerprint: string | null; authorized: boolean }; headers: readonly string[] };
type About = { centre: Centre; messageId: string; caseNumber: string; sha256: string };
type Refused = {
  kind: 'refused';
  why: string;
  xRoadError: { status: number; headers: Readonly<Record<string, string>>; body: object };
  certificate: string | null;
  messageId: string | null;
  caseNumber: string | null;
};

/** How a Centre's answer is read and its sender believed: the Centres' adapter, handed in by main. */
export type ReceiveCentreAnswer = (
  raw: Head & { body: Buffer },
) =>
  | ({ kind: 'answer'; answer: { answers: string } & Exclude<CentreSays, { kind: 'unreadable' }> } & About)
  | ({ kind: 'unreadable' } & About)
  | Refused;

/** Which Centre sends a request that is no answer. */
export type ReceiveCentre = (head: Head) => { kind: 'sender'; centre: Centre } | Refused;

/** What the Centres' routes are built with. */
export type CentreNeeds = {
  record: CaseRecord;
  files: FileStore;
  trust: CentreTrust;
  receiveCentreAnswer: ReceiveCentreAnswer;
  receiveCentre: ReceiveCentre;
};

const BASE = '/r1/:instance/:class/:member/:subsystem';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A signed contract with its certificates, in base64. */
const LARGEST = '4mb';

/**
 * Where the Centres' systems answer (R1598/2.9) and fetch the documents of an application (2.8-route), as X-Road requests.
 * A request for a document by nobody of the Centres is left to the agencies' routes.
 */
export function centreRoutes(needs: CentreNeeds): Router {
  const { record, files } = needs;
  const router = Router();

  router.post(
    `${BASE}/centre-answers`,
    express.raw({ type: () => true, limit: LARGEST }),
    async (request: Request, response: Response) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const read = needs.receiveCentreAnswer({ ...headOf(request), body });
      echo(request, response);
      if (read.kind === 'refused') {
        await noteRefused(record, read);
        const { status, headers, body: error } = read.xRoadError;
        response.status(status).set(headers).send(JSON.stringify(error));
        return;
      }
      const { centre, messageId, caseNumber, sha256 } = read;
      response.locals['caseNumber'] = caseNumber;
      const message = { centre, messageId, caseNumber, sha256 };
      const outcome =
        read.kind === 'unreadable'
          ? await takeCentreAnswer(needs, { ...message, answers: null }, { kind: 'unreadable' })
          : await takeCentreAnswer(needs, { ...message, answers: read.answer.answers }, read.answer);
      if (outcome === null || outcome.kind === 'not-yours') {
        const certificate = certificateOf(request).fingerprint;
        if (outcome === null) await noteRefused(record, { why: 'unknown-case', certificate, messageId, caseNumber });
        answerError(response, 404, 'Client.UnknownCase', 'No such case');
      } else response.status(statusOf(outcome)).json(outcome);
    },
  );

  router.get(`${BASE}/documents/:id`, async (request, response, next) => {
    const read = needs.receiveCentre(headOf(request));
    if (read.kind === 'refused') {
      next();
      return;
    }
    const { centre } = read;
    const id = String(request.params['id']);
    const caseNumber = /^[\w./-]{1,64}$/.exec(request.get('x-road-issue') ?? '')?.[0] ?? '';
    const found = UUID.test(id) ? await openCentreDocument(record, files, { centre, caseNumber, id }) : null;
    const what = found === null ? 'read-unknown-document' : 'read-document';
    const actor = { capacity: 'centre', id: centre, party: `centre:${centre}` } as const;
    await writeEvidence(record, (day) => `read:centre:${centre}:${day}`, actor, [
      { what, facts: { caseNumber, document: id } },
    ]);
    echo(request, response);
    if (found === null) answerError(response, 404, 'Client.UnknownDocument', 'No such document');
    else response.type(found.mediaType).send(found.bytes);
  });

  return router;
}

function statusOf(outcome: Exclude<CentreOutcome, null | { kind: 'not-yours' }>): number {
  switch (outcome.kind) {
    case 'sent-back':
    case 'issued':
    case 'refusal-taken':
      return 200;
    case 'refused':
      return IN_TIME.includes(outcome.reason) ? 409 : 422;
    case 'other-body':
      return 409;
    case 'in-flight':
      return 503;
  }
}

/** What is refused for when or where it came, not for what it is. */
const IN_TIME: readonly string[] = ['not-at-the-centre', 'another-round', 'answered-already', 'no-act-for-refusal'];

function headOf(request: Request): Head {
  return { clientCertificate: certificateOf(request), headers: request.rawHeaders };
}

async function noteRefused(
  record: CaseRecord,
  { why, certificate, messageId, caseNumber }: Omit<Refused, 'kind' | 'xRoadError'>,
): Promise<void> {
  await writeEvidence(record, (day) => `refused:${day}`, { capacity: 'unknown' }, [
    { what: 'message-refused', facts: { why, certificate, messageId, caseNumber } },
  ]);
}

function echo(request: Request, response: Response): void {
  response.set({ 'X-Road-Id': request.get('x-road-id') ?? '', 'X-Road-Request-Id': randomUUID() });
}

function answerError(response: Response, status: number, type: string, message: string): void {
  response.status(status).set('X-Road-Error', type).json({ type, message, detail: randomUUID() });
}
