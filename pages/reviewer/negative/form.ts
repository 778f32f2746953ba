import type { Opinion } from '../../../law/signature-issuance/opinions.ts';

const LONGEST = { code: 100, grounds: 4000 } as const;

/** Reads a negative opinion as typed: what is empty is left out, for neither code nor grounds is demanded (R1598/2.8). */
export function readNegative(
  form: Readonly<Record<string, string>>,
): { kind: 'read'; opinion: Opinion } | { kind: 'faulty'; faults: ('code' | 'grounds')[] } {
  const code = (form['code'] ?? '').trim();
  const grounds = (form['grounds'] ?? '').trim();
  const faults = (['code', 'grounds'] as const).filter((field) => (form[field] ?? '').trim().length > LONGEST[field]);
  if (faults.length > 0) return { kind: 'faulty', faults };
  return {
    kind: 'read',
    opinion: { kind: 'negative', ...(code !== '' && { code }), ...(grounds !== '' && { grounds }) },
  };
}
