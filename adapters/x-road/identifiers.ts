/** A subsystem of an X-Road member (PR-REST 4.1): the unit that calls and is called. */
export type ClientId = { instance: string; memberClass: string; member: string; subsystem: string };

/** A service of a subsystem (PR-REST 4.1). */
export type ServiceId = ClientId & { service: string };

/** The `X-Road-Client` form of an identifier: four parts, each percent-encoded, joined by slashes (PR-REST 4.3). */
export const clientHeader = (id: ClientId): string =>
  [id.instance, id.memberClass, id.member, id.subsystem].map(encodeURIComponent).join('/');

/** The identifier in an `X-Road-Client` value, or null where it has not exactly four readable parts. */
export function readClientHeader(value: string): ClientId | null {
  const parts = value.split('/');
  try {
    const [instance, memberClass, member, subsystem] = parts.map(decodeURIComponent);
    if (parts.length !== 4 || !instance || !memberClass || !member || !subsystem) return null;
    return { instance, memberClass, member, subsystem };
  } catch {
    return null;
  }
}

/** Whether two identifiers name one subsystem. */
export const isSameClient = (a: ClientId, b: ClientId): boolean => clientHeader(a) === clientHeader(b);

/** The URL path of a service, `/r1/...`, with the path inside the service where there is one (PR-REST 4.1). */
export const servicePath = (id: ServiceId, inside?: string): string =>
  `/r1/${clientHeader(id)}/${encodeURIComponent(id.service)}${inside === undefined ? '' : `/${inside}`}`;
