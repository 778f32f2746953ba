import type { Client } from '@temporalio/client';
import type { ReconcileNeeds } from '../../cases/reconcile/difference.ts';
import type { ProofStack } from '../proofStack.ts';
import type { Provider } from './provider.ts';

/** Where differences are seeded: a whole stack whose worker stands still, and the provider of text messages. */
export type Ground = Field & { proof: ProofStack; needs: ReconcileNeeds };

/** All that a seed needs: the database as its owner, Temporal, and the provider of texts. */
export type Field = { proof: Pick<ProofStack, 'owner'>; client: Client; provider: Provider };
