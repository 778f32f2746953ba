import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { file, json } from './pieces.ts';

const health = z.strictObject({
  state: z.enum(['up', 'degraded']),
  nature: z.string(),
  parts: z.record(z.string(), z.enum(['up', 'down'])),
});

/** The installation itself: its state, its keys, this description. */
export const installationPaths: ZodOpenApiPathsObject = {
  '/health': {
    get: {
      operationId: 'readHealth',
      summary: 'The state of each part',
      responses: { ...json(200, 'Every part is up', health), ...json(503, 'A part is down', health) },
    },
  },
  '/metrics': {
    get: {
      operationId: 'readMetrics',
      summary: 'Metrics (Prometheus); never personal data',
      responses: file('The metrics in their text format', 'text/plain'),
    },
  },
  '/.well-known/mohlet-keys.json': {
    get: {
      operationId: 'readKeys',
      summary: 'The public keys by which what the installation signs is believed',
      responses: json(
        200,
        'A key set (RFC 7517), the one in use first',
        z.object({ keys: z.array(z.looseObject({})) }),
      ),
    },
  },
  '/api/v1/openapi.json': {
    get: {
      operationId: 'readDescription',
      summary: 'This description',
      responses: json(200, 'OpenAPI 3.1', z.looseObject({ openapi: z.literal('3.1.0') })),
    },
  },
};
