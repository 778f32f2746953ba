import { z } from 'zod';
import { createDocument as fromZod, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { FRESH_SECONDS } from '../../cases/officials/freshSignIn.ts';
import type { Who } from '../middleware/guards.ts';
import type { ApiRoute } from '../routeTable.ts';
import { AREAS } from './areas.ts';
import { acceptLanguage, idempotencyKey, PATH_NAMES, problems, SECURITY_SCHEMES } from './pieces.ts';

/** The description of the API (OpenAPI 3.1): what each area says of its routes, and what the route table knows of them. */
export type ApiDocument = ReturnType<typeof createDocument>;

/** Joins what the areas describe with what the table holds: whom a route lets through, its key, its names in the path. */
export function createDocument(table: readonly ApiRoute[], version: string) {
  return fromZod(
    {
      openapi: '3.1.0',
      info: {
        title: 'Mohlet',
        version,
        description:
          'Procedures that several state bodies carry out under clocks set by law. Refusals are problem details (RFC 9457) in Azerbaijani, English or Russian; a deed is repeated safely under its Idempotency-Key.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This installation' }],
      tags: Object.entries(AREAS).map(([name, { about }]) => ({ name, description: about })),
      paths: pathsOf(table),
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    { override: ({ jsonSchema }) => plainly(jsonSchema) },
  );
}

/** The paths and methods the areas describe, as OpenAPI writes them. */
export function describedPaths(): { path: string; method: string }[] {
  return Object.values<{ paths: ZodOpenApiPathsObject }>(AREAS).flatMap(({ paths }) =>
    Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((method) => ({ path, method }))),
  );
}

/** All that a route is described by: what its area says and what follows from the route; undefined where no area says anything. */
export function operationOf(route: ApiRoute): ZodOpenApiOperationObject | undefined {
  const described = describedAs(route);
  return described === undefined ? undefined : whole(route, described.tag, described.operation);
}

function describedAs({ path, method }: Pick<ApiRoute, 'path' | 'method'>) {
  for (const [tag, { paths }] of Object.entries<{ paths: ZodOpenApiPathsObject }>(AREAS)) {
    const operation = paths[pathOf(path)]?.[method];
    if (operation !== undefined) return { tag, operation };
  }
  return undefined;
}

/** A path as OpenAPI writes it: `{name}` for `:name`. */
export function pathOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function pathsOf(table: readonly ApiRoute[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of table) {
    const operation = operationOf(route);
    if (operation === undefined) continue;
    const path = pathOf(route.path);
    paths[path] = { ...paths[path], [route.method]: operation };
  }
  return paths;
}

/** An operation with all that follows from its route. */
function whole(route: ApiRoute, tag: string, operation: ZodOpenApiOperationObject): ZodOpenApiOperationObject {
  const { path, header } = operation.requestParams ?? {};
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const asked = path ?? z.object(Object.fromEntries(names.map((name) => [name, nameInPath(name)])));
  const languages = route.path.startsWith('/api/') ? { 'Accept-Language': acceptLanguage } : {};
  const keys = route.key ? { 'Idempotency-Key': idempotencyKey } : {};
  return {
    ...operation,
    ...(route.fresh && { description: [...says(operation), FRESH].join(' ') }),
    tags: [tag],
    security: securityOf(route.who),
    'x-who': route.who.kind === 'official' ? route.who.roles : [route.who.kind],
    requestParams: {
      ...operation.requestParams,
      ...(names.length > 0 && { path: asked }),
      header: header ?? z.object({ ...languages, ...keys }),
    },
    responses: {
      ...(operation.requestBody !== undefined && problems(400, 413)),
      ...(route.key && problems(400, 409, 422)),
      ...((route.who.kind === 'applicant' || route.who.kind === 'draft') && problems(401, 404)),
      ...(route.who.kind === 'official' && problems(401, 403)),
      ...(names.length > 0 && problems(404)),
      ...(isOnCase(route) && problems(503)),
      ...operation.responses,
    },
  };
}

/** Whether a route does a deed on a case: it may have to count a term, for which the calendar must cover the year. */
function isOnCase({ key, who, path }: ApiRoute): boolean {
  return key && (who.kind === 'applicant' || who.kind === 'official') && !OF_THE_INSTALLATION.test(path);
}

const OF_THE_INSTALLATION = /\/(announcements|calendar|clock)(\/|$)/;

const FRESH = `The sign-in must be of the last ${FRESH_SECONDS / 60} minutes (RFC 9470).`;

function says({ description }: ZodOpenApiOperationObject): string[] {
  return description === undefined ? [] : [description];
}

function nameInPath(name: string): z.ZodType {
  const form = PATH_NAMES[name];
  if (form === undefined) throw new Error(`a path holds ${name}, whose form nobody described`);
  return form;
}

function securityOf(who: Who): Record<string, string[]>[] {
  switch (who.kind) {
    case 'anyone':
      return [];
    case 'applicant':
      return [{ applicant: [] }];
    case 'draft':
      return [{ draft: [] }];
    case 'official':
      return [{ official: [] }];
  }
}

/** A format says what zod's own long pattern and the largest safe integers say too. */
function plainly(schema: { format?: unknown; pattern?: unknown; minimum?: unknown; maximum?: unknown }): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
