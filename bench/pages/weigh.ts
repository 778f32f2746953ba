import { get } from 'node:http';

/** What a page weighs in bytes: its HTML; `page`: with style sheet and scripts; `whole`: with its letters too. */
export type Weight = { html: number; page: number; whole: number };

type Sent = { bytes: number; text: string };

/**
 * Weighs a page as it is sent to a browser that takes gzip: its HTML, style sheets, scripts with what they import, and
 * of the fonts those files that hold a letter of the page's text, in every weight (a browser loads no other).
 */
export async function weigh(url: string, cookie = ''): Promise<Weight> {
  const page = await load(url, cookie);
  const seen = new Map<string, Sent>();
  const add = async (path: string): Promise<Sent> => {
    const at = new URL(path, url).href;
    const known = seen.get(at) ?? (await load(at));
    seen.set(at, known);
    return known;
  };
  for (const [, href = ''] of page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
    const sheet = await add(href);
    for (const font of fontsFor(sheet.text, lettersOf(page.text))) await add(new URL(font, new URL(href, url)).href);
  }
  for (const [, src = ''] of page.text.matchAll(/<script[^>]* src="([^"]+)"/g)) {
    const script = await add(src);
    for (const [, from = ''] of script.text.matchAll(/import [^;]*? from '([^']+)'/g)) await add(from);
  }
  const sum = (of: (at: string) => boolean) =>
    [...seen].reduce((all, [at, { bytes }]) => (of(at) ? all + bytes : all), page.bytes);
  return { html: page.bytes, page: sum((at) => !at.endsWith('.woff2')), whole: sum(() => true) };
}

/** Loads past `fetch`, which unpacks: what counts is what went over the wire. */
function load(url: string, cookie = ''): Promise<Sent> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'gzip', Cookie: cookie } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const sent = Buffer.concat(chunks);
        if (answer.statusCode !== 200) reject(new Error(`${url} was answered ${answer.statusCode}`));
        else if (answer.headers['content-encoding'] !== 'gzip') resolve({ bytes: sent.length, text: sent.toString() });
        else
          void new Response(new Blob([sent]).stream().pipeThrough(new DecompressionStream('gzip')))
            .text()
            .then((text) => resolve({ bytes: sent.length, text }), reject);
      });
    }).on('error', reject);
  });
}

function lettersOf(html: string): Set<number> {
  const text = html.replace(/<[^>]*>/g, ' ').replace(/&#?\w+;/g, ' ');
  return new Set([...text].map((letter) => letter.codePointAt(0) ?? 32));
}

/** The files by CSS Fonts 4, 4.5.1: of the rules of a weight the last one first, and each letter from the first that has it. */
function fontsFor(css: string, letters: ReadonlySet<number>): string[] {
  const rules = [...css.matchAll(/@font-face\{([^}]*)\}/g)].map(([, rule = '']) => ({
    weight: /font-weight:(\d+)/.exec(rule)?.[1] ?? '400',
    file: /url\("?([^")]+\.woff2)"?\)/.exec(rule)?.[1] ?? '',
    ranges: [
      ...(/unicode-range:([^;]*)/.exec(rule)?.[1] ?? 'U+0-10FFFF').matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi),
    ].map(([, from = '', until]) => [Number.parseInt(from, 16), Number.parseInt(until ?? from, 16)] as const),
  }));
  const wanted = new Set<string>();
  for (const weight of new Set(rules.map((rule) => rule.weight))) {
    const ofWeight = rules.filter((rule) => rule.weight === weight).toReversed();
    for (const letter of letters) {
      const found = ofWeight.find(({ ranges }) => ranges.some(([from, until]) => letter >= from && letter <= until));
      if (found !== undefined) wanted.add(found.file);
    }
  }
  return [...wanted];
}
