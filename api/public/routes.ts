import { Router } from 'express';
import { readDecisionDays } from '../../cases/drafts/decisionDays.ts';
import { readAnnouncements } from '../../cases/operator/announcements.ts';
import { readOutageRegister } from '../../cases/operator/readOutageRegister.ts';
import { withinLimit } from '../../cases/record/limits.ts';
import { publishedStatistics } from '../../cases/statistics/publishedStatistics.ts';
import { NOT_PUBLISHED_WORDS } from '../../law/calendar/coveredYears.ts';
import { DAY_WORDS } from '../../law/calendar/words.ts';
import { isCovered } from '../../law/signature-issuance/eligibility.ts';
import { describeRefusal } from '../../law/signature-issuance/refusalWords.ts';
import { networkOf } from '../../cases/record/networkOf.ts';
import { tooOften } from '../middleware/tooOften.ts';
import { readDocument } from '../middleware/readUpload.ts';
import type { ApiNeeds } from '../needs.ts';
import { badForm } from '../officials/answers.ts';
import { languageOf, problem } from '../problem.ts';
import { whoAsks } from './schema.ts';

const CLAUSE = 'R1598/1.2.1';

/** What a checked document is, by the exit code of `verify`. */
const VERDICTS: Readonly<Record<number, string>> = {
  0: 'genuine',
  10: 'rehearsal',
  11: 'altered',
  12: 'foreign-key',
  13: 'malformed',
  14: 'contradicts-itself',
  15: 'key-not-valid-then',
  16: 'packed-anew',
};

/** What anybody may read: who may apply, when he would know, whether a document is genuine, how we stand, statistics. */
export function publicRoutes({ record, health, judgeFile }: ApiNeeds): Router {
  const router = Router();

  router.get('/statistics', async (_request, response) => {
    response.json(await publishedStatistics(record));
  });

  router.get('/state', async (_request, response) => {
    const [{ parts }, announcements, { outages }] = await Promise.all([
      health(),
      readAnnouncements(record),
      readOutageRegister(record),
    ]);
    response.json({ parts, announcements, outages: outages.slice(0, 10) });
  });

  router.get('/decision-days', async (request, response) => {
    const { when, today, workingDays, ...told } = await readDecisionDays(record);
    const language = languageOf(request);
    const complaint = told.complaint[language];
    if (when.kind === 'not-published') {
      const detail = NOT_PUBLISHED_WORDS[language].replace('{year}', String(when.year));
      response.json({ today, workingDays, complaint, yearNotPublished: when.year, detail });
      return;
    }
    const { earliest, endsAt, provisional } = when;
    const days = when.days.map((day) => ({ ...day, why: DAY_WORDS[language][day.why] ?? day.why, code: day.why }));
    response.json({ today, workingDays, earliest, endsAt, provisional, days, complaint });
  });

  router.get('/eligibility', (request, response) => {
    const read = whoAsks.safeParse(request.query);
    if (!read.success) return badForm(request, response, read.error);
    const may = isCovered(read.data.kind, read.data.country);
    const detail = may ? {} : { detail: describeRefusal(CLAUSE, languageOf(request)) };
    response.json({ mayApply: may, clause: CLAUSE, ...detail });
  });

  router.post('/check', readDocument, async (request, response) => {
    if (request.file === undefined) return problem(request, response, 400, 'document-form');
    if (!(await withinLimit(record, 'document-checked', networkOf(request.ip))))
      return tooOften(request, response, 'too-many-files');
    const { originalname, buffer } = request.file;
    const { lines, exit } = await judgeFile(originalname, buffer, languageOf(request));
    response.json({ verdict: VERDICTS[exit] ?? 'malformed', exit, lines });
  });

  return router;
}
