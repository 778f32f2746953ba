import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { operationOf } from '../../api/openapi/createDocument.ts';
import { type ApiRoute, routeTable } from '../../api/routeTable.ts';

type Described = { content?: Record<string, { schema?: unknown }> };

const TABLE = routeTable({ clockRoute: true }).map((route) => ({ route, form: formOf(route.path) }));

/** The same listener, with every answer held against the description: `faults` gathers what is not as it says. */
export function holdToDescription(app: Express, faults: string[]): Express {
  const observed = express();
  observed.disable('x-powered-by');
  observed.disable('etag');
  observed.use((request, response, next) => {
    const route = routeOf(request);
    if (route !== undefined) {
      const sent = keepSent(response);
      response.once('finish', () => faults.push(...faultsOf(route, response, sent())));
    }
    next();
  });
  observed.use(app);
  return observed;
}

function routeOf({ method, path }: Request): ApiRoute | undefined {
  const fitting = TABLE.filter(({ route, form }) => route.method === method.toLowerCase() && form.test(path));
  return fitting.sort((a, b) => namesIn(a.route.path) - namesIn(b.route.path))[0]?.route;
}

function faultsOf(route: ApiRoute, response: Response, sent: Buffer): string[] {
  const what = `${route.method} ${route.path} ${response.statusCode}`;
  const described = Object.entries(operationOf(route)?.responses ?? {}).find(
    ([status]) => status === String(response.statusCode),
  )?.[1] as Described | undefined;
  if (described === undefined) return [`${what} is not described`];
  const type = String(response.getHeader('content-type') ?? '').split(';')[0] ?? '';
  if (described.content === undefined) return sent.length === 0 ? [] : [`${what} has a body`];
  const media = described.content[type];
  if (media === undefined) return [`${what} is of another type: ${type}`];
  if (!(media.schema instanceof z.ZodType)) return [];
  const read = media.schema.safeParse(JSON.parse(sent.toString()));
  return read.success ? [] : [`${what}: ${z.prettifyError(read.error)}`];
}

function keepSent(response: Response): () => Buffer {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  const write = response.write.bind(response) as (...all: unknown[]) => boolean;
  const end = response.end.bind(response) as (...all: unknown[]) => Response;
  response.write = (...all: unknown[]) => {
    keep(all[0]);
    return write(...all);
  };
  response.end = (...all: unknown[]) => {
    keep(all[0]);
    return end(...all);
  };
  return () => Buffer.concat(chunks);
}

function formOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
}

function namesIn(path: string): number {
  return path.split(':').length;
}
