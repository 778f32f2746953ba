import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { clause, instant, json, problems } from '../openapi/pieces.ts';
import { toldDay } from '../openapi/terms.ts';
import { whoAsks } from './schema.ts';

const few = z.number().nullable().meta({ description: 'Null where too few to be published (ADR 38)' });

const statistics = z.strictObject({
  until: z.iso.date(),
  outcomes: z.array(z.strictObject({ outcome: z.string(), n: few })),
  decided: z.strictObject({ n: few, bySilence: few }),
  silence: z.array(z.strictObject({ agency: z.string(), n: few, silence: few })),
  steps: z.array(z.strictObject({ step: z.string(), holder: z.string().nullable(), n: few, median: few, p90: few })),
});

const sentence = z.strictObject({ az: z.string(), en: z.string(), ru: z.string() });

const state = z.strictObject({
  parts: z.record(z.string(), z.enum(['up', 'down'])),
  announcements: z.array(z.strictObject({ id: z.uuid(), from: instant, until: instant, text: sentence })),
  outages: z.array(z.strictObject({ channel: z.string(), from: instant, until: instant.nullable() })),
});

const decisionDays = z.strictObject({
  today: z.iso.date(),
  workingDays: z.int(),
  earliest: z.iso.date(),
  endsAt: instant,
  provisional: z.boolean(),
  days: z.array(toldDay),
  complaint: z.string(),
});

const daysNotPublished = z
  .strictObject({
    today: z.iso.date(),
    workingDays: z.int(),
    complaint: z.string(),
    yearNotPublished: z.int(),
    detail: z.string(),
  })
  .meta({ description: 'The official calendar of a year that the term would reach is not published yet' });

const eligibility = z.strictObject({ mayApply: z.boolean(), clause, detail: z.string().optional() });
const verdict = z.strictObject({
  verdict: z.string().meta({ description: '`genuine`, `rehearsal`, `altered`, `foreign-key`, `malformed` and so on' }),
  exit: z.int().meta({ description: 'The exit code of `verify`' }),
  lines: z.array(z.string()),
});
const bytes = z.string().meta({ override: { type: 'string', format: 'binary' } });

/** What anybody may read. */
export const publicPaths: ZodOpenApiPathsObject = {
  '/api/v1/statistics': {
    get: {
      operationId: 'readStatistics',
      summary: 'The public statistics (ADR 38)',
      responses: json(200, 'Of what ended before this month', statistics),
    },
  },
  '/api/v1/state': {
    get: {
      operationId: 'readState',
      summary: 'How the system stands, and announced maintenance',
      responses: json(200, 'Parts, announcements and the last ten outages', state),
    },
  },
  '/api/v1/decision-days': {
    get: {
      operationId: 'readDecisionDays',
      summary: 'When who files now would know (R1598/2.8)',
      responses: json(
        200,
        'The earliest and the latest day, and why each counts',
        z.union([decisionDays, daysNotPublished]),
      ),
    },
  },
  '/api/v1/eligibility': {
    get: {
      operationId: 'mayApply',
      summary: 'Who may apply (R1598/1.2.1)',
      requestParams: { query: whoAsks },
      responses: { ...json(200, 'Whether, and by which clause', eligibility), ...problems(400) },
    },
  },
  '/api/v1/check': {
    post: {
      operationId: 'checkDocument',
      summary: 'Check a record of silence or an evidence pack',
      description:
        'Judged by this installation’s keys; nothing of it is kept. `npm run -s verify` says the same offline.',
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: z.object({ document: bytes }) } },
      },
      responses: { ...json(200, 'What it is and what it proves', verdict), ...problems(429) },
    },
  },
};
