const LINES = [
  [24, 'SPECIMEN'],
  [18, 'POWER OF ATTORNEY'],
  [11, 'The principal empowers the representative to apply in his name for an electronic'],
  [11, 'signature certificate through the diplomatic missions and consulates.'],
  [11, 'Number 1    Date 1 March 2026    Place: Utopia'],
  [11, 'This paper was drawn by a program. It concerns nobody and has no effect.'],
] as const;

/** A power of attorney of one A4 page, marked SPECIMEN: PDF 1.4 with a standard font, nothing in it but text. */
export function makePowerOfAttorney(): Uint8Array {
  const text = LINES.map(([size, line], at) => `BT /F1 ${size} Tf 72 ${760 - at * 36} Td (${line}) Tj ET`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  return writePdf(objects);
}

/** Puts the bodies of objects 1, 2, ... together to a PDF whose catalogue is object 1, with its cross-reference table. */
export function writePdf(objects: readonly string[], trailer = ''): Uint8Array {
  let pdf = '%PDF-1.4\n';
  const entries = ['0000000000 65535 f \n'];
  for (const [at, body] of objects.entries()) {
    entries.push(`${String(pdf.length).padStart(10, '0')} 00000 n \n`);
    pdf += `${at + 1} 0 obj\n${body}\nendobj\n`;
  }
  const size = entries.length;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(`${pdf}xref\n0 ${size}\n${entries.join('')}${end}`, 'latin1');
}
