/** The act that rules complaints, named on a refusal: R1598/1.5 leaves it to other acts, so it is a dated row. */
type ComplaintRow = { inForceFrom: string; name: { az: string; en: string; ru: string } };

const COMPLAINT_ACTS: readonly ComplaintRow[] = [
  {
    inForceFrom: '2011-01-01',
    name: {
      az: '“İnzibati icraat haqqında” Azərbaycan Respublikasının Qanunu',
      en: 'the Law of the Republic of Azerbaijan on Administrative Proceedings',
      ru: 'Закон Азербайджанской Республики «Об административном производстве»',
    },
  },
];

/** The name of the act on complaints in force on an ISO day (Baku), in a language; throws where none was in force. */
export function complaintAct(day: string, language: 'az' | 'en' | 'ru'): string {
  const row = COMPLAINT_ACTS.filter(({ inForceFrom }) => inForceFrom <= day).at(-1);
  if (row === undefined) throw new Error(`no act on complaints was in force on ${day}`);
  return row.name[language];
}
