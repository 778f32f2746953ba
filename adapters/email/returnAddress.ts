const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The address a letter comes back to when it cannot be delivered: nobody but its receivers' servers ever sees it. */
export function returnAddress(noticeId: string, domain: string): string {
  return `bounce+${noticeId}@${domain}`;
}

/** The notice whose letter comes back to this address; null where it is no such address of the domain. */
export function noticeOfReturnAddress(address: string, domain: string): string | null {
  const [local = '', host = ''] = address.toLowerCase().split('@');
  if (host !== domain.toLowerCase()) return null;
  return new RegExp(`^bounce\\+(${UUID})$`).exec(local)?.[1] ?? null;
}
