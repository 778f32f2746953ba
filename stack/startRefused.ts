/** Mohlet cannot be brought up for a reason its user can mend; the message is the one sentence to show. */
export class StartRefused extends Error {}
