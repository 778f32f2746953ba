import { z } from 'zod';
import type {
  ZodOpenApiOverrideMeta,
  ZodOpenApiRequestBodyObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { STEP_NAMES } from '../../cases/drafts/steps.ts';
import { CLAUSE_IDS } from '../../law/clauses.ts';
import { MISSION_IDS } from '../../law/signature-issuance/missions.ts';

/** No year 0 ever was, and PostgreSQL knows none; by its offset an instant of 9999 may lie in a year of five digits. */
const NO_YEAR_0 = /^(?!0000|9999)/;
/** No place on earth is further from UTC than fourteen hours; PostgreSQL knows sixteen. */
const OFFSET = /(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;

/** An instant as the API writes and reads it. */
export const instant = z.iso.datetime({ offset: true }).regex(NO_YEAR_0).regex(OFFSET).meta(plainly('date-time'));

/** A day as the API reads it. */
export const day = z.iso.date().regex(NO_YEAR_0).meta(plainly('date'));

/** Two patterns that a format says are written as the format. */
function plainly(format: 'date' | 'date-time'): { override: ZodOpenApiOverrideMeta } {
  return {
    override: ({ jsonSchema }) => {
      delete jsonSchema.allOf;
      jsonSchema.format = format;
    },
  };
}

export const clause = z
  .enum(CLAUSE_IDS)
  .meta({ id: 'Clause', description: 'A clause of an act, as docs/conformance.md lists them' });

export const caseNumber = z
  .string()
  .regex(/^[A-Z]{2}-\d{4}-\d{6,12}$/)
  .meta({ id: 'CaseNumber', description: 'The number of a case', examples: ['RI-2027-000001'] });

export const mission = z.enum(MISSION_IDS).meta({ id: 'Mission', description: 'A diplomatic mission or consulate' });

/** What every refusal is answered with (RFC 9457). */
const problem = z
  .strictObject({
    type: z.string().regex(/^urn:mohlet:problem:[a-z-]+$/),
    title: z.string().meta({ description: 'The code of the problem' }),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong and what would be right, in the language asked for' }),
    clause: clause.optional(),
    items: z
      .array(
        z.looseObject({ field: z.string().optional(), reason: z.string().optional(), detail: z.string().optional() }),
      )
      .optional()
      .meta({ description: 'Each thing at fault; `field` is a JSON pointer (RFC 6901)' }),
    reason: z.string().optional().meta({ description: 'The code of why a deed was refused' }),
    stage: z.string().optional().meta({ description: 'Where the case stands' }),
    decidedAt: instant.nullable().optional(),
    requestId: z.uuid(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });

/** A refusal by its status, named once for the whole description. */
const refusal = (id: string, description: string): ZodOpenApiResponseObject => ({
  id,
  description,
  headers: z.object({ 'Content-Language': z.enum(['az', 'en', 'ru']) }),
  content: { 'application/problem+json': { schema: problem } },
});

const REFUSALS = {
  400: refusal('NotTheRightForm', 'The request has not the right form; each field at fault is an item'),
  401: refusal('NotSignedIn', 'No credential, or none that is believed'),
  403: refusal('NotAllowed', 'The role, the law or the signature does not allow it'),
  404: refusal('NotFound', 'There is no such thing, or it is another’s: both are answered alike'),
  409: refusal(
    'DeedRefused',
    'The state of the case does not allow it (clause, reason and stage), or the first request under the key is still under way',
  ),
  413: refusal('TooLarge', 'The body is larger than is read'),
  422: refusal(
    'NotAccepted',
    'The form is right and the content is not accepted, or the Idempotency-Key was used with another body',
  ),
  429: refusal('TooOften', 'Asked too often; `Retry-After` says when again'),
  503: refusal(
    'NotNow',
    'Not carried out, to be asked again later: the official calendar does not cover the year in which a term ends, or, where something new is taken in, the disk of the files is nearly full',
  ),
} as const;

/** The refusals a route may answer with beside those that follow from its guard, its key, its body and its path. */
export function problems(...statuses: readonly (keyof typeof REFUSALS)[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(statuses.map((status) => [String(status), REFUSALS[status]]));
}

/** An answer in JSON. */
export function json(status: 200 | 201 | 202 | 503, description: string, schema: z.ZodType): ZodOpenApiResponsesObject {
  return { [`${status}`]: { description, content: { 'application/json': { schema } } } };
}

/** An answer that is a file, of one of these media types. */
export function file(description: string, ...mediaTypes: readonly string[]): ZodOpenApiResponsesObject {
  const schema = { type: 'string', format: 'binary' } as const;
  return { '200': { description, content: Object.fromEntries(mediaTypes.map((type) => [type, { schema }])) } };
}

/** A body in JSON, read by this schema. */
export function body(schema: z.ZodType, { optional = false } = {}): ZodOpenApiRequestBodyObject {
  return { required: !optional, content: { 'application/json': { schema } } };
}

/** A form that brings one file. */
export function upload(fields: z.ZodRawShape): ZodOpenApiRequestBodyObject {
  const content = z.string().meta({ override: { type: 'string', format: 'binary' } });
  return { required: true, content: { 'multipart/form-data': { schema: z.object({ ...fields, file: content }) } } };
}

/** The names in paths; what has another form names nothing, and is answered 404. */
export const PATH_NAMES: Readonly<Record<string, z.ZodType>> = {
  number: caseNumber,
  id: z.uuid(),
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  mission,
  day,
  step: z.enum(STEP_NAMES),
  chain: z.string().min(1).meta({ description: 'The name of a chain of evidence, such as `case:RI-2027-000001`' }),
  year: z.string().regex(/^\d{4}$/),
};

/** What opens a case or a draft from now on, and until when. */
export const access = z
  .strictObject({ token: z.string(), expiresAt: instant })
  .meta({ id: 'Access', description: 'A bearer token (RFC 6750) and the end of its time' });

/** The header that makes a repeat of a request get its first answer. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{16,200}$/)
  .meta({ description: 'A new random text for each request: a repeat under the same key gets the first answer' });

/** The header that chooses the language of what people read; Azerbaijani where nothing else is asked for. */
export const acceptLanguage = z
  .enum(['az', 'en', 'ru'])
  .optional()
  .meta({ description: 'The language of sentences (RFC 9110); Azerbaijani where it is left out' });

/** How callers say who they are. */
export const SECURITY_SCHEMES = {
  official: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token (RFC 9068, `typ: at+jwt`) of the issuer that officials sign in at; role, body and post are its claims',
  },
  applicant: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of one case: in the answer to its registration, or to `POST /api/v1/application/session`',
  },
  draft: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of one draft: in the answer that opened it, or to `POST /api/v1/draft/session`',
  },
} as const;
