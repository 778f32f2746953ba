import { boolean, noBias, constantFrom, oneof, constant, record, sample, tuple, type Arbitrary } from 'fast-check';

/** The points of a life at which its applicant may withdraw; at `issued` it is too late. */
const POINTS = ['opinions', 'virtual-fin', 'centre', 'invitation', 'identity', 'contract', 'signed', 'issued'] as const;

/** The posts of the proof: the last of them has a second officer confirm. */
export const POSTS = ['london', 'berlin', 'istanbul', 'tokyo'] as const;
export const POST_OF_TWO: Post = 'tokyo';

export type Post = (typeof POSTS)[number];
/** How one of the four agencies treats a case: `late` is a negative opinion after the end of its term. */
type Says = 'silent' | 'nothing-against' | 'negative' | 'late';

/** What everybody does in one life: all that happens of itself is not among it. */
export type Life = {
  who: 'foreigner' | 'citizen' | 'business';
  carrier: 'token' | 'sim';
  post: Post;
  /** Whether this is the former life's person again, for the other certificate. */
  again: boolean;
  agencies: { says: Says; downFirst: boolean }[];
  centre:
    | 'issues'
    | 'down-first'
    | 'deficient'
    | 'deficient-twice'
    | 'bad-signature'
    | 'wrong-validity'
    | 'refuses'
    | 'silent';
  /** What a Centre whose message nobody believed does then. */
  afterBad: 'finds-a-deficiency' | 'refuses' | 'is-silent';
  mends: 'well' | 'wrongly-first' | 'never';
  things: 'as-listed' | 'recalled' | 'damaged' | 'missing' | 'wrong-number' | 'lost' | 'never-sent';
  /** At which hand-over on the way to the mission that happens. */
  leg: 0 | 1 | 2;
  invites: 'in-time' | 'late' | 'never';
  comes: 'at-once' | 'moved' | 'cancelled-first' | 'no-show-first' | 'never-came' | 'never-booked';
  identity: 'match' | 'data-differ' | 'another-person' | 'not-presented';
  somebodyElseFirst: boolean;
  secondDisagreesFirst: boolean;
  withdraws: (typeof POINTS)[number] | null;
  givesBack: boolean;
  enters: boolean;
  mail: 'taken' | 'refused' | 'returned';
  text: 'delivered' | 'failed' | 'too-many';
};

/** What becomes of the second copies that lie at a post when the lives are over. */
export type Copies = 'stay' | 'to-the-ministry' | 'home';

// What goes well stands more than once, so that lives go far enough to be worth proving.
const agency = record({
  says: constantFrom<Says[]>(
    ...Array<Says>(20).fill('silent'),
    ...Array<Says>(20).fill('nothing-against'),
    'late',
    'negative',
  ),
  downFirst: constantFrom(...Array<boolean>(7).fill(false), true),
});

const life: Arbitrary<Life> = record({
  who: constantFrom('foreigner', 'foreigner', 'citizen', 'business'),
  carrier: constantFrom('token', 'sim'),
  post: constantFrom(...POSTS),
  again: constantFrom(false, false, true),
  agencies: tuple(agency, agency, agency, agency),
  centre: oneof(
    { weight: 6, arbitrary: constant('issues' as const) },
    {
      weight: 7,
      arbitrary: constantFrom('down-first', 'deficient', 'deficient-twice', 'bad-signature', 'wrong-validity'),
    },
    { weight: 1, arbitrary: constantFrom('refuses', 'silent') },
  ),
  afterBad: constantFrom('finds-a-deficiency', 'finds-a-deficiency', 'finds-a-deficiency', 'refuses', 'is-silent'),
  mends: constantFrom('well', 'well', 'well', 'wrongly-first', 'wrongly-first', 'never'),
  things: constantFrom(
    ...(['as-listed', 'as-listed', 'as-listed', 'recalled', 'damaged', 'missing', 'wrong-number'] as const),
    ...(['as-listed', 'recalled', 'damaged', 'missing', 'wrong-number', 'lost', 'never-sent'] as const),
  ),
  leg: constantFrom(0, 1, 2),
  invites: constantFrom('in-time', 'in-time', 'in-time', 'late', 'late', 'in-time', 'in-time', 'never'),
  comes: constantFrom(
    ...(['at-once', 'at-once', 'at-once', 'moved', 'moved', 'cancelled-first', 'cancelled-first'] as const),
    ...(['no-show-first', 'no-show-first', 'never-came', 'never-booked'] as const),
  ),
  identity: constantFrom(...Array<'match'>(15).fill('match'), 'data-differ', 'another-person', 'not-presented'),
  somebodyElseFirst: boolean(),
  secondDisagreesFirst: boolean(),
  withdraws: oneof({ weight: 5, arbitrary: constant(null) }, { weight: 3, arbitrary: constantFrom(...POINTS) }),
  givesBack: constantFrom(true, true, false),
  enters: constantFrom(true, true, true, false),
  mail: constantFrom('taken', 'taken', 'refused', 'returned'),
  text: constantFrom('delivered', 'delivered', 'failed', 'too-many'),
});

/** Draws so many lives, the same for the same seed. */
export function drawLives(count: number, seed: number): Life[] {
  return sample(noBias(life), { seed, numRuns: count });
}

/** Draws what becomes of the copies at each post, the same for the same seed. */
export function drawCopies(seed: number): Record<Post, Copies> {
  const any = constantFrom<Copies[]>('stay', 'to-the-ministry', 'home', 'home');
  const [drawn] = sample(record({ london: any, berlin: any, istanbul: any, tokyo: any }), { seed, numRuns: 1 });
  if (drawn === undefined) throw new Error('nothing was drawn');
  return drawn;
}
