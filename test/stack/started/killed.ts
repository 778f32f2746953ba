import { startPostgres } from '../../../stack/postgres.ts';
import { startTemporal } from '../../../stack/temporal.ts';

/** A start that the tests kill: brings up one server, says its process id, and waits. */
const [what, path = '', port = '0', binary = ''] = process.argv.slice(2);
const log = () => undefined;
const { pid } =
  what === 'postgres'
    ? await startPostgres({ dataDirectory: path, port: Number(port), password: 'secret', log })
    : await startTemporal({ binary, databaseFile: path, port: Number(port), log });
process.stdout.write(`${pid}\n`);
setInterval(() => undefined, 1_000);
