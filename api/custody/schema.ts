import { z } from 'zod';
import { ITEM_KINDS, isTaker } from '../../law/signature-issuance/custody.ts';
import { SETTLEMENTS } from '../../law/signature-issuance/differences.ts';
import { MOBILE_OPERATORS, type Party } from '../../law/signature-issuance/parties.ts';

const MOST = 500;

/** A number as it is printed on things and papers: with a digit, for a name must not get into the evidence in its place. */
const serial = z.string().regex(/^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N} №.:_/()-]{0,59}$/u);
const copy = z.union([z.literal(1), z.literal(2)]).default(1);
const name = { kind: z.enum(ITEM_KINDS), serial, copy };
const taker = z
  .custom<Party>((value) => typeof value === 'string' && isTaker(value))
  .meta({
    description: 'A party such as `centre:e-imza`, `mission:berlin`, `courier:7`',
    override: { type: 'string' },
  });

const list = <S extends z.ZodType>(item: S) => z.array(item).min(1).max(MOST);

/** Things to be entered, with the mobile operator that SIM card and SIM contract come from. */
export const entry = z.strictObject({
  items: list(z.strictObject(name)),
  mobileOperator: z.enum(MOBILE_OPERATORS).optional(),
});

/** Things offered to the next hands. */
export const offer = z.strictObject({ taker, items: list(z.strictObject(name)) });

/** How each thing of an offer was found. */
export const confirmation = z.strictObject({
  items: list(
    z.discriminatedUnion('found', [
      z.strictObject({ ...name, found: z.enum(['as-listed', 'missing', 'damaged']) }),
      z.strictObject({ ...name, found: z.literal('wrong-number'), foundSerial: serial }),
    ]),
  ),
});

/** How things are found that lie in one's own hands. */
export const report = z.strictObject({
  items: list(z.strictObject({ ...name, found: z.enum(['damaged', 'missing']) })),
});

/** How the operator settles things of a difference. */
export const settlement = z.strictObject({
  items: list(z.strictObject({ ...name, settlement: z.enum(SETTLEMENTS) })),
});

/** A deed that needs no more than its path. */
export const nothing = z.strictObject({});

const page = z.coerce.number().int().min(0).max(100_000).default(0);

/** What is asked of lists; the page of 200. */
export const heldQuery = z.strictObject({ page });
export const handoverQuery = z.strictObject({
  state: z.enum(['offered', 'taken', 'difference', 'recalled']).default('offered'),
  page,
});

/** A thing named by a path, with its copy. */
export const itemQuery = z.strictObject({
  kind: z.enum(ITEM_KINDS),
  serial,
  copy: z.enum(['1', '2']).default('1').transform(Number),
});
