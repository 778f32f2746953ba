import nunjucks from 'nunjucks';

const ROW = 30;
const NAMES = 150;
const LENGTH = 170;

/**
 * Bars as a small picture, one a row; what has no figure has no bar. It says nothing that the table beside it does not
 * say; `label` is its text alternative.
 */
export function bars(rows: readonly { name: string; value: number | null }[], label: string) {
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  const drawn = rows.map(({ name, value }, at) => {
    const y = at * ROW;
    const bar =
      value === null
        ? ''
        : `<rect x="${NAMES}" y="${y + 6}" width="${Math.round((value / most) * LENGTH)}" height="18" fill="#14375e"/>`;
    return `<g><title>${escape(name)}</title><text x="0" y="${y + 20}" font-size="12" fill="#383f43">${escape(shortened(name))}</text>${bar}</g>`;
  });
  const [width, height] = [NAMES + LENGTH, rows.length * ROW];
  return new nunjucks.runtime.SafeString(
    `<svg role="img" aria-label="${escape(label)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`,
  );
}

function shortened(name: string): string {
  return name.length <= 22 ? name : `${name.slice(0, 21)}…`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
