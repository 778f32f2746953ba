/** A page as it came: where it is after the redirects, its status, its HTML. */
export type Got = { status: number; url: string; html: string; headers: Headers; bytes: Buffer };

type Fields = Readonly<Record<string, string | readonly string[]>>;
type Files = Readonly<Record<string, { name: string; bytes: Uint8Array; type?: string }>>;

/** Somebody with a browser's cookies and no JavaScript, speaking HTTP over a real socket. */
export function browsing(base: string) {
  const cookies = new Map<string, string>();
  let here: Got | null = null;

  const ask = async (url: string, init: RequestInit = {}, follow = true): Promise<Got> => {
    let at = new URL(url, here?.url ?? base);
    let how = init;
    for (let hop = 0; hop < 12; hop += 1) {
      const headers = new Headers(how.headers);
      headers.set('Cookie', [...cookies.values()].join('; '));
      const answer = await fetch(at, { ...how, headers, redirect: 'manual' });
      // Cookies are kept by name: the provider's have names of their own, and one host has all ports.
      for (const line of answer.headers.getSetCookie()) keep(line);
      const location = answer.headers.get('location');
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (location === null || !follow) {
        here = { status: answer.status, url: at.href, html: bytes.toString(), headers: answer.headers, bytes };
        return here;
      }
      at = new URL(location, at);
      how = {};
    }
    throw new Error('more redirects than any way has');
  };

  const keep = (line: string) => {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    if (/expires=Thu, 01 Jan 1970/i.test(line) || pair === `${name}=`) cookies.delete(name);
    else cookies.set(name, pair);
  };

  /** The hidden fields of the page's form: the one whose action holds `form`, or the first with a token. */
  const hidden = (page: Got, form?: string): { action: string; fields: Record<string, string> } => {
    const forms = [...page.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
    const found = forms.find(([, tag = '', body = '']) =>
      form === undefined ? body.includes('name="_csrf"') : `${tag}${body}`.includes(form),
    );
    if (found === undefined) throw new Error(`no form ${form ?? ''} in ${page.url}:\n${page.html.slice(0, 2000)}`);
    const action = /action="([^"]*)"/.exec(found[1] ?? '')?.[1] ?? page.url;
    const fields: Record<string, string> = {};
    for (const [tag] of (found[2] ?? '').matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      if (name !== undefined) fields[name] = decode(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    }
    return { action: decode(action), fields };
  };

  const submit = async (
    fields: Fields,
    {
      form,
      page = here,
      files,
      follow = true,
    }: { form?: string; page?: Got | null; files?: Files; follow?: boolean } = {},
  ): Promise<Got> => {
    if (page === null) throw new Error('no page is open');
    const { action, fields: own } = hidden(page, form);
    const body = files === undefined ? new URLSearchParams() : new FormData();
    for (const [name, value] of Object.entries({ ...own, ...fields }))
      for (const one of [value].flat()) body.append(name, one);
    if (body instanceof FormData)
      for (const [name, file] of Object.entries(files ?? {}))
        body.append(
          name,
          new Blob([Buffer.from(file.bytes)], { type: file.type ?? 'application/octet-stream' }),
          file.name,
        );
    return ask(new URL(action, page.url).href, { method: 'POST', body }, follow);
  };

  return {
    cookies,
    /** Opens a path or address and follows where it leads. */
    get: (url: string) => ask(url),
    /** Opens a path without following. */
    look: (url: string) => ask(url, {}, false),
    /** Sends the open page's form (its hidden fields with it); `page` sends an earlier page's form again. */
    submit,
    /** The hidden fields of a form of the open page. */
    hidden: (form?: string) => {
      if (here === null) throw new Error('no page is open');
      return hidden(here, form);
    },
    /** Any request, with the cookies. */
    ask,
    async signInAs(sub: string, language = 'en'): Promise<Got> {
      // From wherever he is, the provider's own pages too.
      const chooser = await ask(`${base}/${language}/sign-in/start`);
      const arrived = await ask(chooser.url, { method: 'POST', body: new URLSearchParams({ sub }) });
      if (!arrived.url.startsWith(base)) throw new Error(`not signed in: ${arrived.url} ${arrived.html}`);
      return arrived;
    },
    /** At the provider's chooser: chooses and comes back. */
    choose: (sub: string) => ask(here?.url ?? base, { method: 'POST', body: new URLSearchParams({ sub }) }),
  };
}

export type Browsing = ReturnType<typeof browsing>;

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
