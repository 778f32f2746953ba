import { BadConfiguration } from '../config/env.ts';
import { MigrationRefused, SchemaNewerThanCode } from './migrate.ts';
import { PortInUse } from './ports.ts';
import { StartRefused } from './startRefused.ts';

/** Whether a fault's message is one whole sentence meant for the person who started Mohlet. */
export function isSentence(fault: unknown): boolean {
  return [BadConfiguration, StartRefused, PortInUse, SchemaNewerThanCode, MigrationRefused].some(
    (kind) => fault instanceof kind,
  );
}
