import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReport } from '../../../adapters/email/readReport.ts';

const report = (...fields: readonly string[]) =>
  Buffer.from(
    [
      'From: mailer@example.test',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; example.test',
      '',
      ...fields,
      '--b--',
      '',
    ].join('\r\n'),
  );

void describe('readReport (RFC 3464)', () => {
  it('reads the status of what failed for good, in whatever case its fields are written', async () => {
    assert.equal(await readReport(report('Action: failed', 'Status: 5.1.1')), '5.1.1');
    assert.equal(await readReport(report('ACTION:  Failed ', 'status:5.2.2 (mailbox full)')), '5.2.2');
    assert.equal(await readReport(report('Action: delayed', 'Status: 4.4.1')), null);
    assert.equal(await readReport(report('X-Action: failed', 'Status: 5.1.1')), null);
  });

  it('ASVS 1.3.12: lines of blanks cost no more than their length: anybody may send a report', async () => {
    const blanks = ' '.repeat(400_000);
    assert.equal(await readReport(report(`Action: a${blanks}b`, `Status: 5.1.1${blanks}b`)), null);
    assert.equal(await readReport(report(`Action:${blanks}failed${blanks}`, `Status: 5.1.1${blanks}b`)), '5.1.1');
  });
});
