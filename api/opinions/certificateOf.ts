import type { TLSSocket } from 'node:tls';
import type { Request } from 'express';

/** The peer's certificate as the TLS handshake showed it. */
export function certificateOf(request: Request): { fingerprint: string | null; authorized: boolean } {
  const socket = request.socket as TLSSocket;
  return { fingerprint: socket.getPeerX509Certificate()?.fingerprint256 ?? null, authorized: socket.authorized };
}
