import type { Answer } from './ask.ts';

/** What is amiss with an answer whoever gets it: policy, sniffing, caching, inline script or style, a code in an address. */
export function unsafe({ said, headers, location, status }: Answer, isPage: boolean): string[] {
  const policy = String(headers['content-security-policy'] ?? '');
  const type = headers['content-type'] ?? '';
  const html = type.startsWith('text/html') ? said : '';
  return [
    ...(/default-src 'none'/.test(policy) && /frame-ancestors 'none'/.test(policy) ? [] : [`policy ${policy}`]),
    ...(/unsafe|\bdata:|\*/.test(policy) ? [`policy ${policy}`] : []),
    ...(isPage && html !== '' && !/script-src 'self';style-src 'self'/.test(policy)
      ? [`policy of a page ${policy}`]
      : []),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['sniffing']),
    ...(headers['cache-control'] === 'no-store' ? [] : ['caching']),
    ...(/<script(?![^>]*\ssrc=)|<style|\sstyle="|\son[a-z]+="/.test(html) ? ['inline script or style'] : []),
    ...(status === 200 && isPage && html === '' && headers['content-disposition'] === undefined
      ? [`a file ${type} without a name`]
      : []),
    ...(/([0-9A-Z]{4}-){6}[0-9A-Z]{4}|[^/\w-]\d{6}(?!\d)|@/.test(location) ? [`a code in ${location}`] : []),
    ...(status >= 500 ? [`status ${status}`] : []),
  ];
}
