import { randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** What the API answered: status and JSON body. */
export type Answer<T = Record<string, unknown>> = { status: number; body: T };

/** A registered application as its applicant holds it. */
export type Registered = {
  caseNumber: string;
  trackingCode: string;
  registeredAt: string;
  access: { token: string; expiresAt: string };
};

/** The paths of the files an application is sent with, by their kind. */
export type Files = Readonly<Record<string, string>>;

/** The portal as people use it: HTTP alone, nothing else is reached. */
export function portal(base: string, language: 'az' | 'en' | 'ru' = 'en') {
  const call = async <T>(
    method: string,
    path: string,
    {
      json,
      form,
      authorization,
      key = randomUUID(),
    }: { json?: unknown; form?: FormData; authorization?: string; key?: string },
  ): Promise<Answer<T>> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        'Accept-Language': language,
        // Thousands of people play from one machine: each request comes from an address of its own.
        'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
        ...(method === 'POST' && { 'Idempotency-Key': key }),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...(authorization !== undefined && { Authorization: authorization }),
      },
      body: form ?? (json === undefined ? null : JSON.stringify(json)),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, body: (isJson ? JSON.parse(text) : { text }) as T };
  };

  return {
    call,
    /** Uploads a file as a document of a kind; the id by which an application names it is in the answer. */
    async upload(kind: string, path: string, key?: string): Promise<Answer<{ id: string }>> {
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', new Blob([await readFile(path)]), basename(path));
      return call('POST', '/api/v1/uploads', { form, ...(key !== undefined && { key }) });
    },
    /** Uploads the files and submits the form. */
    async apply(application: unknown, files: Files, key?: string): Promise<Answer<Registered>> {
      const uploads: string[] = [];
      for (const [kind, path] of Object.entries(files)) uploads.push((await this.upload(kind, path)).body.id);
      const sent = key === undefined ? {} : { key };
      return call('POST', '/api/v1/applications', { json: { application, uploads }, ...sent });
    },
    status: <T>(token: string) => call<T>('GET', '/api/v1/application', { authorization: `Bearer ${token}` }),
    withdraw: (token: string, key?: string) =>
      call('POST', '/api/v1/application/withdrawal', {
        authorization: `Bearer ${token}`,
        ...(key !== undefined && { key }),
      }),
    /** Asks as the applicant of a case, with the token that the registration was answered with. */
    asApplicant: <T = Record<string, unknown>>(token: string, method: string, path: string, json?: unknown) =>
      call<T>(method, path, { authorization: `Bearer ${token}`, ...(json !== undefined && { json }) }),
    /** Fetches a file, such as a PDF or a ZIP; throws, naming the path, where it is refused. */
    async download(path: string, authorization: string): Promise<Buffer> {
      const response = await fetch(`${base}${path}`, {
        headers: { 'Accept-Language': language, Authorization: authorization },
      });
      if (!response.ok) throw new Error(`${path} was refused (status ${response.status})`);
      return Buffer.from(await response.arrayBuffer());
    },
    /** Asks as an official, with a bearer token. */
    asOfficial: <T>(token: string, method: string, path: string, json?: unknown) =>
      call<T>(method, path, { authorization: `Bearer ${token}`, ...(json !== undefined && { json }) }),
  };
}

export type Portal = ReturnType<typeof portal>;
