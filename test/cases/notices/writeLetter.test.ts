import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { addressOf } from '../../../cases/notices/addresses.ts';
import { describeFault } from '../../../cases/notices/describeFault.ts';
import { addNotice, type Recipient, type StoredFacts } from '../../../cases/record/notices.ts';
import { openChannels } from '../../support/channels.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

describe('letters and text messages of what follows the virtual FIN', () => {
  let test: TestRecord;
  let channels: Awaited<ReturnType<typeof openChannels>>;
  before(async () => {
    test = await openTestRecord();
    channels = await openChannels(test.record);
  });
  after(async () => {
    await channels.stop();
    await test.stop();
  });

  /** Tells of something by the very function that deeds use, and sends it. */
  const tell = async <K extends keyof StoredFacts>(
    caseNumber: string,
    kind: K,
    recipient: Recipient,
    facts: StoredFacts[K],
  ) => {
    const { sealed_key } = await test.owner.one<{ sealed_key: Buffer }>(
      `SELECT sealed_key FROM "case" WHERE number = $1`,
      [caseNumber],
    );
    const key = test.record.seal.openKey(sealed_key);
    const { now } = await test.owner.one<{ now: string }>(`SELECT legal_now() AS now`);
    await addNotice(test.owner, now, { caseNumber, kind, recipient, language: 'en', key, facts });
    await channels.deliver();
  };

  it('every reader is told the page to go to: the applicant his case, an office its own; no code stands in an address', async () => {
    const { caseNumber, trackingCode } = await test.register();
    const decidedAt = '2026-04-02T20:00:00.000Z';
    await tell(caseNumber, 'centre-refusal', 'applicant', { caseNumber, decidedAt });
    await tell(caseNumber, 'agency-reminder', 'internal-affairs', {
      caseNumber,
      agency: 'internal-affairs',
      endsAt: decidedAt,
    });
    await tell(caseNumber, 'mission-decision-arrived', 'mission:berlin', {
      caseNumber,
      mission: 'berlin',
      endsAt: decidedAt,
    });
    const texts = (await channels.letters(caseNumber)).map(({ text }) => text);
    for (const page of ['en/case', `az/reviewer/files/${caseNumber}`, `az/mission/cases/${caseNumber}`])
      assert.ok(
        texts.some((text) => text.includes(`/${page}\n`)),
        page,
      );
    for (const text of texts) assert.doesNotMatch(text, new RegExp(`http\\S*${trackingCode}`));
  });

  it('R1598/2.12: an appointment comes with a calendar file, its end with another of the same event', async () => {
    const { caseNumber } = await test.register();
    await channels.deliver();
    const hour = {
      caseNumber,
      mission: 'berlin',
      startsAt: '2026-04-15T07:00:00.000Z',
      minutes: 30,
      uid: '5f7c2a60-1b7e-4b0e-9a53-5f1f3c1f2a10',
      moved: false,
    } as const;
    await tell(caseNumber, 'appointment-booked', 'applicant', { ...hour, sequence: 0 });
    await tell(caseNumber, 'appointment-cancelled', 'applicant', { ...hour, sequence: 1, by: 'mission' });
    const [cancelled, booked] = await channels.letters(caseNumber);
    for (const [letter, method, sequence] of [
      [booked, 'REQUEST', 0],
      [cancelled, 'CANCEL', 1],
    ] as const) {
      assert.match(letter?.text ?? '', /15 April 2026, 09:00 \(local time, Europe\/Berlin, UTC\+02:00\)/);
      const calendar = new ICAL.Component(ICAL.parse(letter?.calendar ?? '') as never);
      assert.equal(calendar.getFirstPropertyValue('method'), method);
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
      assert.equal(event.uid, hour.uid);
      assert.equal(event.sequence, sequence);
      assert.equal(event.startDate.toJSDate().toISOString(), hour.startsAt);
    }
    const bodies = (await channels.sent(caseNumber)).map(({ body }) => body.replace(/^.*?: | https.*$/g, ''));
    assert.deepEqual(bodies, [
      'appointment cancelled 15.04.2026 09:00.',
      'appointment 15.04.2026 09:00.',
      'application registered.',
    ]);
  });

  it('R1598/2.9, R1598/2.17: an office is written to in Azerbaijani, at its own mailbox, and never by SMS', async () => {
    const { caseNumber } = await test.register();
    await channels.deliver();
    const endsAt = '2026-04-09T00:00:00+04:00';
    await tell(caseNumber, 'mission-decision-arrived', 'mission:berlin', { caseNumber, mission: 'berlin', endsAt });
    const holder = 'ministry:foreign-affairs';
    await tell(caseNumber, 'term-overdue', holder, { caseNumber, clause: 'R1598/2.17', holder, endsAt });
    const [overdue, arrived] = await channels.letters(caseNumber);
    assert.deepEqual(arrived?.to, ['mission-berlin@office.invalid']);
    assert.match(arrived?.text ?? '', /Dəvət müddətinin sonu: 8 aprel 2026, saat 24:00/);
    assert.deepEqual(overdue?.to, ['mfa@office.invalid']);
    assert.match(overdue?.text ?? '', /Xarici İşlər Nazirliyi üçün: müddət ötmüşdür/);
    assert.equal((await channels.sent(caseNumber)).length, 1, 'only the applicant has a telephone');
  });

  it('R1598/2.13: a mismatch is told by the names of documents and reasons; an unknown code is shown as it is', async () => {
    const { caseNumber } = await test.register();
    await channels.deliver();
    await tell(caseNumber, 'mismatch', 'applicant', {
      caseNumber,
      decidedAt: '2026-04-15T07:30:00.000Z',
      items: [
        { item: 'identity-document', reason: 'another-document' },
        { item: 'something-new', reason: 'for-a-new-reason' },
      ],
    });
    const [letter] = await channels.letters(caseNumber);
    assert.match(
      letter?.text ?? '',
      /1\. Copy of the identity document: (?!another-document)\S.*\n2\. something-new: for-a-new-reason\n/,
    );
    assert.match(letter?.text ?? '', /Administrative Proceedings/);
  });

  it('a field is called by its name, and an office without a mailbox is a fault', () => {
    assert.equal(describeFault({ item: '/applicant/surname', reason: 'x' }, 'en').label, 'Surname');
    assert.equal(describeFault({ item: '/documents/photograph', reason: 'x' }, 'az').label, 'Fotoşəkil');
    const { agencyMail } = channels.needs;
    assert.equal(addressOf({ agencyMail, offices: { courier: 'c-{post}@o.invalid' } }, 'courier:7'), 'c-7@o.invalid');
    assert.equal(addressOf({ agencyMail, offices: {} }, 'state-security'), 'state-security@agency.invalid');
    assert.throws(() => addressOf({ agencyMail, offices: {} }, 'mission:berlin'), /no mailbox is configured/);
  });
});
