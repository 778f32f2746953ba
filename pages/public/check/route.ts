import { withinLimit } from '../../../cases/record/limits.ts';
import { networkOf } from '../../../cases/record/networkOf.ts';
import type { FormError, OpenPage, Reply, Visit } from '../../page.ts';

/** Whether a record of silence or an evidence pack is genuine, judged here by this installation's keys; nothing is kept. */
export const check: OpenPage = {
  path: '/check',
  who: 'anyone',
  words: 'public',
  files: 1,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, files, t, language, tooLarge, request } = visit;
    if (tooLarge !== null) return show(visit, [{ field: 'document', text: t('check.tooLarge') }]);
    const file = files.find(({ field, bytes }) => field === 'document' && bytes.length > 0);
    if (file === undefined) return show(visit, [{ field: 'document', text: t('check.noFile') }]);
    if (!(await withinLimit(needs.record, 'document-checked', networkOf(request.ip))))
      return { ...show(visit, [{ field: 'document', text: t('check.tooMany') }]), status: 429 };
    const { lines, exit } = await needs.judgeFile(file.name, Buffer.from(file.bytes), language);
    return show(visit, [], { lines, exit });
  },
};

function show(
  { t, to, needs }: Visit,
  errors: readonly FormError[],
  verdict?: { lines: readonly string[]; exit: number },
): Reply & { kind: 'view' } {
  return {
    kind: 'view',
    view: 'public/check/view.njk',
    title: t('check.title'),
    back: to('/'),
    errors,
    data: {
      verdict: verdict && { ...verdict, said: t(`check.standing.${verdict.exit}`), colour: colourOf(verdict.exit) },
      keys: `${needs.publicUrl}/.well-known/mohlet-keys.json`,
    },
  };
}

/** Green is genuine alone; what is genuine with a reserve (a rehearsal's, packed anew) or no such document is no forgery. */
function colourOf(exit: number): string {
  if (exit === 0) return 'green';
  return exit === 10 || exit === 13 || exit === 16 ? 'yellow' : 'red';
}
