import { maximumDuration, operationsInOrder } from '../../law/signature-issuance/regulation.ts';
import { RESULTS } from '../../law/signature-issuance/words/regulationWords.ts';

/** The day on which the page shows the limits: that on which the Rule came into force. */
const SHOWN_ON = '2017-09-12';

/** The table of the operations of signature-issuance (Q191/A1, 3.4), as lines of Markdown. */
export function writeRegulation(): string[] {
  const rows = operationsInOrder().map((one, i) => {
    const { id, clause, stage, responsible, takingPart } = one;
    const others = takingPart.join(', ');
    return `| ${i + 1} | ${clause} | ${stage} | ${responsible} | ${durationOf(one)} | ${others} | ${RESULTS[id].en} |`;
  });
  const head = ['order', 'clause', 'stage', 'responsible', 'at most', 'taking part', 'result'];
  return [
    '## The operations, in order',
    '',
    'As an administrative regulation lists them (Q191/A1, 3.4). The limits are those of `law/limits.ts`; working days in Baku.',
    '',
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...rows,
  ];
}

function durationOf(operation: Parameters<typeof maximumDuration>[0]): string {
  const longest = maximumDuration(operation, SHOWN_ON);
  if (longest === 'at-once') return 'at once';
  if (longest === 'not-stated') return 'no limit is stated';
  return 'months' in longest ? counted(longest.months, 'month') : counted(longest.workingDays, 'working day');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
