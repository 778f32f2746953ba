/** The plain case's only activity, which does nothing. */
export const plainActivities = { doNothing: (): Promise<void> => Promise.resolve() };

export type PlainActivities = typeof plainActivities;
