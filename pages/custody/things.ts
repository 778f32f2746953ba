import type { ItemName } from '../../cases/custody/readItems.ts';
import { ITEM_KINDS } from '../../law/signature-issuance/custody.ts';

/** A thing as one value of a form: `token/8994-1/1`; a serial may hold any sign but the last part is the copy. */
export function thingValue({ kind, serial, copy }: ItemName): string {
  return `${kind}/${serial}/${copy}`;
}

/** The things that values of a form name; what names none is left out. */
export function readThings(values: readonly string[]): ItemName[] {
  return values.flatMap((value) => {
    const [, kindText, serial, copy] = /^([a-z-]+)\/(.{1,100})\/([12])$/u.exec(value) ?? [];
    const kind = ITEM_KINDS.find((known) => known === kindText);
    return kind === undefined || serial === undefined ? [] : [{ kind, serial, copy: Number(copy) }];
  });
}
