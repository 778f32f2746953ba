/** How much is measured. */
export type Size = {
  name: 'full' | 'quick' | 'tiny';
  clients: number;
  pairs: number;
  casesARun: number;
  /** Whole issuances a run, and those with ASAN İmza, of which the events alone are counted. */
  livesARun: number;
  asanLives: number;
  openCases: number;
  opinionsASecond: number;
  silences: number;
  /** Open files in each agency's queue, and how long each page is loaded. */
  queueFiles: number;
  pageSeconds: number;
  /** Open terms that a decision of the Cabinet is entered over. */
  calendarTerms: number;
};

const FULL: Size = {
  name: 'full',
  clients: 32,
  pairs: 5,
  casesARun: 160,
  livesARun: 48,
  asanLives: 16,
  openCases: 200,
  opinionsASecond: 20,
  silences: 1_000,
  queueFiles: 10_000,
  pageSeconds: 20,
  calendarTerms: 100_000,
};

/** The sizes: `full` is the one that targets are set for; `quick` shows where things stand; `tiny` only that it works. */
export const SIZES: Readonly<Record<Size['name'], Size>> = {
  full: FULL,
  quick: {
    ...FULL,
    name: 'quick',
    pairs: 3,
    casesARun: 64,
    livesARun: 24,
    asanLives: 8,
    openCases: 60,
    silences: 200,
    pageSeconds: 5,
    calendarTerms: 10_000,
  },
  tiny: {
    ...FULL,
    name: 'tiny',
    clients: 2,
    pairs: 1,
    casesARun: 2,
    livesARun: 2,
    asanLives: 1,
    openCases: 2,
    silences: 2,
    queueFiles: 60,
    pageSeconds: 0.5,
    calendarTerms: 400,
  },
};
