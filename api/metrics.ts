import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestHandler } from 'express';
import { statements } from '../cases/record/database.ts';
import type { CaseRecord } from '../cases/record/record.ts';

/** The API's metrics (Prometheus): its own requests by route and status, and what the record says; never personal data. */
export function apiMetrics(record: CaseRecord): { registry: Registry; measure: RequestHandler } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'mohlet_request_seconds',
    help: 'How long requests took, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1, 2],
    registers: [registry],
  });
  const refused = new Counter({
    name: 'mohlet_refusals_total',
    help: 'Requests answered with a problem, by status',
    labelNames: ['status'],
    registers: [registry],
  });
  gaugesOfRecord(record, registry);
  const measure: RequestHandler = (request, response, next) => {
    const done = seconds.startTimer();
    response.once('finish', () => {
      const { path } = (request.route as { path?: string } | undefined) ?? {};
      const status = String(response.statusCode);
      done({ method: request.method, route: path ?? 'none', status });
      if (response.statusCode >= 400) refused.inc({ status });
    });
    next();
  };
  return { registry, measure };
}

const COUNTS = `
  SELECT (SELECT count(*) FROM "case" WHERE closed_at IS NULL)::integer AS open_cases,
         (SELECT count(*) FROM term WHERE closed_at IS NULL)::integer AS open_terms,
         (SELECT count(*) FROM term WHERE clause = 'R1598/2.8' AND closed_at IS NULL AND ends_at < legal_now() - interval '1 minute'
            AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.case_number = term.case_number AND i.holder = term.holder
                               AND i.kind = 'unreadable-opinion' AND i.resolved_at IS NULL))::integer
           AS overdue_terms,
         (SELECT count(*) FROM incident WHERE resolved_at IS NULL)::integer AS open_incidents,
         (SELECT count(*) FROM notice WHERE state = 'due')::integer AS due_notices,
         (SELECT count(*) FROM notice WHERE state = 'bounced')::integer AS bounced_notices,
         (SELECT count(*) FROM outbox)::integer AS outbox`;

function gaugesOfRecord(record: CaseRecord, registry: Registry): void {
  new Gauge({
    name: 'mohlet_record',
    help: 'What stands in the record: open cases and terms, terms a minute overdue (alarm), incidents, notices, outbox',
    labelNames: ['what'],
    registers: [registry],
    async collect() {
      const counts = await statements(record.database.ordinary).one<Record<string, number>>(COUNTS);
      for (const [what, count] of Object.entries(counts)) this.set({ what }, count);
    },
  });
}
