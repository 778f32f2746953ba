import { defineSignal } from '@temporalio/workflow';

/** Something in the record moved: ask it again. Being woken late, twice or for nothing changes no outcome. */
export const wake = defineSignal('wake');
