import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSendable } from '../../../adapters/email/isSendable.ts';
import type { Letter } from '../../../adapters/ports.ts';

const letter: Letter = { messageId: 'n-1.a_B', to: 'ayla@example.org', subject: 'Mövzu', text: '', language: 'az' };

test('ordinary letters may go, addresses with letters beyond ASCII too', () => {
  for (const to of [
    'ayla@example.org',
    "o'neil+az@mail.example.org",
    'ələkbər@poçt.example',
    `${'a'.repeat(242)}@example.org`,
  ]) {
    assert.ok(isSendable({ ...letter, to }), to);
  }
});

test('no address that is a list, a name, a literal, too long, or ends the line', () => {
  const bad = [
    '',
    'ayla',
    '@example.org',
    'a@b@example.org',
    'a@example.org, b@example.org',
    'a@example.org;b@example.org',
    'Ayla <a@example.org>',
    '"a b"@example.org',
    'a@[127.0.0.1]',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\n',
    'a\u0000@example.org',
    `${'a'.repeat(243)}@example.org`,
    `${'ə'.repeat(122)}@example.org`,
  ];
  for (const to of bad) assert.ok(!isSendable({ ...letter, to }), JSON.stringify(to));
});

test('no subject and no Message-ID that could begin a header of its own', () => {
  for (const subject of ['a\r\nBcc: b@example.org', 'a\nb', 'a\rb', 'a\u0085b', 'a\u2028b', 'a\u0000']) {
    assert.ok(!isSendable({ ...letter, subject }), JSON.stringify(subject));
  }
  for (const messageId of ['', 'a b', 'a>', 'a@b', 'a\r\nX: y', 'ə']) assert.ok(!isSendable({ ...letter, messageId }));
});
