import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Response, Router } from 'express';
import { compileAsync } from 'sass';

const HERE = join(import.meta.dirname, 'assets');
const PACKAGES = join(import.meta.dirname, '..', 'node_modules');

/** Names the release's assets, so that a browser may keep them for a year and still gets the next release's. */
export const ASSETS_VERSION = [
  join(import.meta.dirname, '..', 'package-lock.json'),
  ...readdirSync(HERE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort(),
]
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
  .digest('hex')
  .slice(0, 12);

/** Where letters are, by the folder of their address. */
const LETTERS = new Map([
  ['files', join(PACKAGES, '@fontsource/noto-sans/files')],
  ['letters', join(HERE, 'letters')],
]);

type Asset = { plain: Buffer; packed: Buffer };
const made = new Map<string, Promise<Asset>>();

/** The style sheet (compiled once a process), the scripts, the letters and the mark; none of them needs a session. */
export function assets(): Router {
  const router = Router();
  router.get('/mohlet.css', async (_request, response) => send(response, 'text/css', await asset('css', styleSheet)));
  router.get('/govuk-frontend.min.js', async (_request, response) =>
    send(
      response,
      'text/javascript',
      await asset('govuk', () => readFile(join(PACKAGES, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'))),
    ),
  );
  router.get('/:name.js', async (request, response, next) => {
    const { name } = request.params;
    if (/^[a-zA-Z]{1,40}$/.test(name))
      await asset(name, () => readFile(join(HERE, `${name}.js`))).then(
        (found) => send(response, 'text/javascript', found),
        () => next(),
      );
    else next();
  });
  router.get('/mark.svg', async (_request, response) =>
    send(response, 'image/svg+xml', await asset('mark', () => readFile(join(HERE, 'mark.svg')))),
  );
  router.get('/:folder/:name', (request, response, next) => {
    const { folder, name } = request.params;
    const from = LETTERS.get(folder);
    if (from === undefined || !/^noto-sans-[a-z-]{1,20}-(400|700)-normal\.woff2$/.test(name)) next();
    else {
      response.set('Cache-Control', 'public, max-age=31536000, immutable');
      response.sendFile(join(from, name), { cacheControl: false });
    }
  });
  router.use((_request, response) => response.status(404).type('text/plain').send('404'));
  return router;
}

function asset(name: string, make: () => Promise<Buffer>): Promise<Asset> {
  const known = made.get(name);
  if (known !== undefined) return known;
  const making = make().then(async (plain) => ({ plain, packed: await promisify(gzip)(plain) }));
  made.set(name, making);
  making.catch(() => made.delete(name));
  return making;
}

async function styleSheet(): Promise<Buffer> {
  const { css } = await compileAsync(join(HERE, 'mohlet.scss'), {
    loadPaths: [PACKAGES],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['import'],
  });
  return Buffer.from(css);
}

function send(response: Response, type: string, { plain, packed }: Asset): void {
  // What a script imports bears no version, so it is asked for again within the hour.
  const kept = response.req.query['v'] === undefined ? 'max-age=3600' : 'max-age=31536000, immutable';
  response.set({ 'Cache-Control': `public, ${kept}`, Vary: 'Accept-Encoding' });
  response.set('X-Content-Type-Options', 'nosniff');
  response.type(type);
  if (response.req.acceptsEncodings('gzip') === 'gzip') response.set('Content-Encoding', 'gzip').send(packed);
  else response.send(plain);
}
