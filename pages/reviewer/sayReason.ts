import { REVIEW_REASONS } from '../../law/signature-issuance/words/reviewReasons.ts';
import type { Visit } from '../page.ts';

/** Why a reviewer's deed was refused, as a sentence. */
export function sayReason(reason: string, { language }: Pick<Visit, 'language'>): string {
  return REVIEW_REASONS[reason]?.[language] ?? reason;
}
