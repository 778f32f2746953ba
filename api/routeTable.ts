import type { RequestHandler, Router } from 'express';
import { BASE, routersOf } from './createApi.ts';
import { whomLets, type Who } from './middleware/guards.ts';
import { requireKey } from './middleware/requireKey.ts';
import { requireFresh } from './middleware/requireOfficial.ts';
import type { ApiNeeds } from './needs.ts';

/** One route as its router holds it: method, path as Express writes it, whom it lets through, whether it asks for a key and a fresh sign-in. */
export type ApiRoute = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  who: Who;
  key: boolean;
  fresh: boolean;
};

/**
 * Every route of the public listener, read off the routers themselves: what a route lets through is what its guard asks.
 * The routers are built to be looked at and never serve, so nothing but the switch that adds a route is needed.
 */
export function routeTable({ clockRoute }: Pick<ApiNeeds, 'clockRoute'>): ApiRoute[] {
  const { plain, versioned } = routersOf({ clockRoute } as ApiNeeds);
  return [...routesOf(plain, ''), ...versioned.flatMap((router) => routesOf(router, BASE))];
}

/** A layer of a router's stack, as far as the types of Express leave it open. */
type Layer = Router['stack'][number] & { slash?: boolean };

function routesOf(router: Router, base: string): ApiRoute[] {
  return (router.stack as Layer[]).flatMap((layer) => {
    const { route } = layer;
    if (route !== undefined)
      return methodsOf(route.stack).map((method) => {
        const handlers = route.stack.map(({ handle }) => handle as RequestHandler);
        const [key, fresh] = [handlers.includes(requireKey), handlers.includes(requireFresh)];
        return { method, path: `${base}${route.path}`, who: whoOf(handlers), key, fresh };
      });
    const nested = layer.handle as Partial<Router>;
    if (nested.stack === undefined) return [];
    // The path of a nested router is not kept by Express: where it has one of its own, this table would name wrong paths.
    if (layer.slash !== true) throw new Error(`a router under ${base} is nested with a path of its own`);
    return routesOf(nested as Router, base);
  });
}

function methodsOf(stack: readonly { method: string }[]): ApiRoute['method'][] {
  return [...new Set(stack.map(({ method }) => method as ApiRoute['method']))];
}

function whoOf(handlers: readonly RequestHandler[]): Who {
  const asked = handlers.map(whomLets).filter((who) => who !== undefined);
  if (asked.length > 1) throw new Error('a route with two guards lets nobody through whom both name');
  return asked[0] ?? { kind: 'anyone' };
}
