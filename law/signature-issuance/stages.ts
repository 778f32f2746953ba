/** The stages of an issuance, then those of a bundle of contract copies (R1598/2.16-2.18), each in its order. */
export const ISSUANCE_STAGES = [
  'opinions',
  'virtual-fin',
  'centre',
  'invitation',
  'identity',
  'contract',
  'register',
] as const;
export const COPIES_STAGES = ['collecting', 'ministry', 'delivery'] as const;

/** A stage at which somebody still has something to do. */
export type OpenStage = (typeof ISSUANCE_STAGES)[number] | (typeof COPIES_STAGES)[number];

/** Where a case stands. */
export type Stage = OpenStage | 'ended';
