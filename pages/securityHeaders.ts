import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** A strict Content Security Policy (no inline script or style), and nothing of a page kept by caches between. */
export function securityHeaders(signInOrigin: string): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // Chromium holds a form's redirects to this too: a form that needs a fresh sign-in leads there.
        formAction: ["'self'", signInOrigin],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    response.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()');
    protect(request, response, next);
  };
}
