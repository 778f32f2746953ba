import { openDatabase } from '../../cases/record/database.ts';
import { openSeal } from '../../cases/record/seal.ts';
import { workOnCalendar } from '../../cases/calendar/workOnCalendar.ts';

// A process of its own that counts terms anew and is killed inside a deed, before its commit: at the so-manieth letter.
const [url = '', key = '', killAt = '0'] = process.argv.slice(2);
const seal = openSeal(Buffer.from(key, 'hex'));
let opened = 0;
const deadly = {
  ...seal,
  openKey: (sealed: Buffer) => {
    opened += 1;
    if (opened === Number(killAt)) process.kill(process.pid, 'SIGKILL');
    return seal.openKey(sealed);
  },
};
const record = { database: openDatabase(url), seal: deadly, failpoint: () => undefined };
while ((await workOnCalendar(record)) > 0);
await record.database.close();
