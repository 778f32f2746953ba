import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { createDocument, describedPaths, pathOf } from '../../api/openapi/createDocument.ts';
import { routeTable } from '../../api/routeTable.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const table = routeTable({ clockRoute: true });
const document = createDocument(table, '0.0.0-test');

test('every route has a description, and every description a route', () => {
  const routes = table.map(({ method, path }) => `${method} ${pathOf(path)}`).sort();
  assert.deepEqual(
    describedPaths()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
    routes,
  );
});

test('an installation where the clock cannot be moved does not describe how', () => {
  const without = createDocument(routeTable({ clockRoute: false }), '0.0.0-test');
  assert.equal(without.paths?.['/api/v1/clock']?.post, undefined);
  assert.notEqual(document.paths?.['/api/v1/clock']?.post, undefined);
});

test('an operation’s security is what its guard asks', () => {
  for (const { method, path, who } of table) {
    const schemes = (document.paths?.[pathOf(path)]?.[method]?.security ?? []).flatMap(Object.keys);
    assert.deepEqual(schemes, who.kind === 'anyone' ? [] : [who.kind], `${method} ${path}`);
  }
});

test('ASVS 7.5.3: what says no, issues, suspends or confirms a calendar asks for a fresh sign-in, says so, and that alone', () => {
  const fresh = table.filter((route) => route.fresh).map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(fresh.toSorted(), [
    'get /api/v1/operator/users',
    'post /api/v1/calendar/proposals/:id/confirmation',
    'post /api/v1/cases/:number/findings',
    'post /api/v1/cases/:number/handing-over',
    'post /api/v1/cases/:number/identity',
    'post /api/v1/cases/:number/identity/confirmation',
    'post /api/v1/operator/users/suspension',
    'post /api/v1/reviewer/files/:number/negative',
  ]);
  for (const { method, path, fresh: asks } of table) {
    const { description = '' } = document.paths?.[pathOf(path)]?.[method] ?? {};
    assert.equal(description.includes('(RFC 9470)'), asks, `${method} ${path}`);
  }
});

test('R1598/2.8: every deed on a case may meet a year without a calendar, and says so', () => {
  const may503 = (method: string, path: string) => {
    const operation = document.paths?.[path]?.[method as 'post'];
    assert.ok(operation, `${method} ${path}`);
    return '503' in (operation.responses ?? {});
  };
  const ofCases = table.filter(({ path, method }) => method !== 'get' && /\/(cases|files)\/:number\//.test(path));
  assert.ok(ofCases.length > 10);
  for (const { method, path } of ofCases) assert.ok(may503(method, pathOf(path)), `${method} ${path}`);
  for (const path of ['application/withdrawal', 'handovers/{id}/confirmation', 'incidents/{id}/settlement'])
    assert.ok(may503('post', `/api/v1/${path}`), path);
  for (const path of ['clock', 'calendar/proposals', 'operator/announcements', 'applications'])
    assert.equal(may503('post', `/api/v1/${path}`), false, path);
  assert.equal(may503('get', '/api/v1/cases/{number}'), false);
});

test('Redocly finds no error and no warning', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(document));
    const cli = join(ROOT, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, 'lint', file, '--config', join(ROOT, 'redocly.yaml'), '--format', 'json'],
      { cwd: ROOT, env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
    );
    assert.deepEqual((JSON.parse(stdout) as { totals: object }).totals, { errors: 0, warnings: 0, ignored: 0 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
