/** The legal instants of the world that is looked at; its clock stands still at each, and at last at NOW (12:20 in Baku). */
export const TIMES = {
  monthBefore: '2026-03-16T10:00:00+04:00',
  answers: '2026-03-18T11:30:00+04:00',
  afterSilence: '2026-03-20T00:00:00+04:00',
  issued: '2026-03-31T12:00:00+04:00',
  atMissions: '2026-04-07T09:00:00+04:00',
  invited: '2026-04-08T16:40:00+04:00',
  lastDay: '2026-04-13T10:10:00+04:00',
  middle: '2026-04-14T12:30:00+04:00',
  newest: '2026-04-15T15:05:00+04:00',
  now: '2026-04-16T12:20:00+04:00',
} as const;
