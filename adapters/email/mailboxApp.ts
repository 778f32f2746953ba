import express from 'express';
import type { Express, Request } from 'express';
import { z } from 'zod';
import { mailControlSchema } from './control.ts';
import type { MailControl } from './control.ts';
import type { Mailbox } from './mailbox.ts';
import { gonePage, listPage, messagePage, PAGE_LANGUAGES } from './mailboxPage.ts';
import type { PageLanguage } from './mailboxPage.ts';

/** What the routes work on: the kept messages, and the misbehaviour read and set. */
export type MailboxDesk = { mailbox: Mailbox; control(): MailControl; setControl(control: MailControl): Promise<void> };

const MOST_LETTERS = 500;

/** The HTTP half of the simulator: the mailbox as pages and as JSON under /dev/mail, its control under /control/mail. */
export function mailboxApp(desk: MailboxDesk): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.get('/dev/mail', (request, response) => {
    response.send(listPage(newest(desk.mailbox, request), languageOf(request)));
  });
  app.get('/dev/mail.json', async (request, response) => {
    response.json(await Promise.all(newest(desk.mailbox, request).map((message) => desk.mailbox.open(message.id))));
  });
  app.get('/dev/mail/:id', async (request, response) => {
    const message = await desk.mailbox.open(request.params.id);
    if (message) response.send(messagePage(message, languageOf(request)));
    else response.status(404).send(gonePage(languageOf(request)));
  });
  app.get('/control/mail', (_request, response) => {
    response.json(desk.control());
  });
  app.put('/control/mail', express.json(), async (request, response) => {
    const wanted = mailControlSchema.safeParse(request.body);
    if (!wanted.success) {
      response.status(400).json({ error: z.prettifyError(wanted.error) });
      return;
    }
    await desk.setControl(wanted.data);
    response.json(desk.control());
  });
  return app;
}

function newest(mailbox: Mailbox, request: Request) {
  const { to } = request.query;
  return mailbox.list(typeof to === 'string' && to !== '' ? to : undefined).slice(0, MOST_LETTERS);
}

function languageOf(request: Request): PageLanguage {
  return PAGE_LANGUAGES.find((language) => language === request.query['language']) ?? 'az';
}
