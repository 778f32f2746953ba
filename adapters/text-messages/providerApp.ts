import { timingSafeEqual } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { behaviourTo, type TextControl, textControlSchema } from './behaviour.ts';
import { carry } from './callbacks.ts';
import type { TakenMessage, TextStore } from './textStore.ts';

/** What the routes work on. */
export type ProviderDesk = {
  account: string;
  token: string;
  store: TextStore;
  signal: AbortSignal;
  control(): TextControl;
  setControl(control: TextControl): void;
};

const asked = z.object({
  To: z.string().min(1),
  From: z.string().min(1),
  Body: z.string().min(1),
  StatusCallback: z.url(),
});

/** Twilio's Message resource as far as we use it, its control under /control/text-messages, its messages under /dev. */
export function providerApp(desk: ProviderDesk): Express {
  const { store, account } = desk;
  const app = express();
  app.disable('x-powered-by');
  const at = `/2010-04-01/Accounts/${account}`;
  app.use('/2010-04-01', (request, response, next) => {
    if (isOurs(request, desk)) next();
    else refuse(response, 401, 20003);
  });
  app.post(`${at}/Messages.json`, express.urlencoded({ extended: false }), (request, response) => {
    take(desk, request, response);
  });
  app.get(`${at}/Messages.json`, (request, response) => {
    if (desk.control().list === '500') {
      refuse(response, 500, 20500);
      return;
    }
    const size = Number(request.query['PageSize'] ?? 50);
    const page = Number(request.query['Page'] ?? 0);
    const wanted = store.list(text(request.query['To'])).filter((message) => isWithin(message, request));
    const shown = wanted.slice(page * size, (page + 1) * size);
    const next = new URLSearchParams({ To: text(request.query['To']) ?? '', PageSize: `${size}`, Page: `${page + 1}` });
    response.json({
      messages: shown.map((message) => resourceOf(message, account)),
      page,
      page_size: size,
      next_page_uri: (page + 1) * size < wanted.length ? `${at}/Messages.json?${next.toString()}` : null,
      uri: request.originalUrl,
    });
  });
  app.get(`${at}/Messages/:sid.json`, (request, response) => {
    const message = store.get(request.params.sid);
    if (message === null) refuse(response, 404, 20404);
    else response.json(resourceOf(message, account));
  });
  app.get('/dev/text-messages.json', (_request, response) => {
    response.json(store.list());
  });
  app.put('/control/text-messages', express.json({ limit: '2mb' }), (request, response) => {
    const wanted = textControlSchema.safeParse(request.body);
    if (!wanted.success) {
      response.status(400).json({ error: z.prettifyError(wanted.error) });
      return;
    }
    desk.setControl(wanted.data);
    response.json(desk.control());
  });
  return app;
}

function take(desk: ProviderDesk, request: Request, response: Response): void {
  const read = asked.safeParse(request.body);
  if (!read.success) {
    refuse(response, 400, 21604);
    return;
  }
  const { To: to, From: from, Body: body, StatusCallback: callback } = read.data;
  const behaviour = behaviourTo(desk.control(), to);
  switch (behaviour.answer) {
    case 'refuse':
      return refuse(response, 400, 21211);
    case '429':
      return refuse(response, 429, 20429);
    case '500':
      return refuse(response, 500, 20500);
    case 'take':
    case 'hang': {
      const message = desk.store.take({ to, from, body, callback });
      if (behaviour.answer === 'take') response.status(201).json(resourceOf(message, desk.account));
      carry(desk, message, behaviour).catch(() => undefined);
    }
  }
}

function isOurs(request: Request, { account, token }: ProviderDesk): boolean {
  const given = Buffer.from(request.get('authorization') ?? '');
  const right = Buffer.from(`Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Twilio's filters of the sending date, `DateSent>` and `DateSent<`, to the second. */
function isWithin({ at }: TakenMessage, request: Request): boolean {
  const after = text(request.query['DateSent>']);
  const before = text(request.query['DateSent<']);
  return (after === undefined || at >= after) && (before === undefined || at <= before);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function refuse(response: Response, status: number, code: number): void {
  response.status(status).json({ code, message: 'refused', more_info: '', status });
}

function resourceOf({ sid, to, from, body, status, at }: TakenMessage, account: string) {
  const date = new Date(at).toUTCString().replace('GMT', '+0000');
  return {
    sid,
    account_sid: account,
    api_version: '2010-04-01',
    to,
    from,
    body,
    status,
    direction: 'outbound-api',
    date_created: date,
    date_updated: date,
    date_sent: status === 'queued' ? null : date,
    error_code: status === 'failed' ? 30008 : status === 'undelivered' ? 30003 : null,
    uri: `/2010-04-01/Accounts/${account}/Messages/${sid}.json`,
  };
}
