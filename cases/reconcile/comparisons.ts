import type { Comparison, DifferenceKind } from './difference.ts';
import { caseWithoutWorkflow } from './kinds/caseWithoutWorkflow.ts';
import { chainHeadDiffers } from './kinds/chainHeadDiffers.ts';
import { custodyAgainstCase } from './kinds/custodyAgainstCase.ts';
import { custodyChainBroken } from './kinds/custodyChainBroken.ts';
import { documentUnsigned } from './kinds/documentUnsigned.ts';
import { messageUnaccounted } from './kinds/messageUnaccounted.ts';
import { noticeResultUnknown } from './kinds/noticeResultUnknown.ts';
import { registerDiffers } from './kinds/registerDiffers.ts';
import { termNotClosed } from './kinds/termNotClosed.ts';
import { unwindingMissing } from './kinds/unwindingMissing.ts';
import { wakeNotRelayed } from './kinds/wakeNotRelayed.ts';
import { workflowEndedBeforeCase } from './kinds/workflowEndedBeforeCase.ts';
import { workflowOfEndedCase } from './kinds/workflowOfEndedCase.ts';
import { workflowWithoutCase } from './kinds/workflowWithoutCase.ts';

/** Every comparison by its kind; those with a `mend` are mended by an ordinary deed, the others only listed (ADR 31). */
export const COMPARISONS: { readonly [K in DifferenceKind]: Comparison & { kind: DifferenceKind } } = {
  'case-without-workflow': caseWithoutWorkflow,
  'workflow-ended-before-case': workflowEndedBeforeCase,
  'workflow-of-ended-case': workflowOfEndedCase,
  'workflow-without-case': workflowWithoutCase,
  'term-not-closed': termNotClosed,
  'wake-not-relayed': wakeNotRelayed,
  'document-unsigned': documentUnsigned,
  'custody-against-case': custodyAgainstCase,
  'custody-chain-broken': custodyChainBroken,
  'unwinding-missing': unwindingMissing,
  'register-differs': registerDiffers,
  'notice-result-unknown': noticeResultUnknown,
  'message-unaccounted': messageUnaccounted,
  'chain-head-differs': chainHeadDiffers,
};
