import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { applicantPaths } from '../applicant/describe.ts';
import { appointmentPaths } from '../appointments/describe.ts';
import { auditorPaths } from '../auditor/describe.ts';
import { calendarPaths } from '../calendar/describe.ts';
import { mendingPaths } from '../centres/describe.ts';
import { centreDeskPaths } from '../centres/describeDesk.ts';
import { contractCopiesPaths } from '../contract-copies/describe.ts';
import { contractPaths } from '../contracts/describe.ts';
import { custodyPaths } from '../custody/describe.ts';
import { draftPaths } from '../drafts/describe.ts';
import { evidencePackPaths } from '../evidence-pack/describe.ts';
import { missionPaths } from '../mission/describe.ts';
import { counterPaths } from '../mission/describeCounter.ts';
import { noticePaths } from '../notices/describe.ts';
import { officialPaths } from '../officials/describe.ts';
import { operatorPaths } from '../operator/describe.ts';
import { publicPaths } from '../public/describe.ts';
import { reconcilePaths } from '../reconcile/describe.ts';
import { reviewerPaths } from '../reviewer/describe.ts';
import { applicationPaths } from '../signature-issuance/describe.ts';
import { textMessagePaths } from '../text-messages/describe.ts';
import { installationPaths } from './describe.ts';

/** The areas of the API in the order people meet them; each name is a tag of the description. */
export const AREAS = {
  public: { about: 'What anybody may read', paths: publicPaths },
  drafts: { about: 'A draft is filled step by step and submitted (R1598/2.3, 2.6)', paths: draftPaths },
  'sign-in': {
    about: 'The applicant signs in (ADR 36), and what his case page has besides the case',
    paths: applicantPaths,
  },
  application: { about: 'The applicant applies, follows the case and withdraws', paths: applicationPaths },
  mending: { about: 'What a Centre found deficient is mended (R1598/2.9)', paths: mendingPaths },
  appointments: { about: 'The applicant’s appointment at the mission (R1598/2.12)', paths: appointmentPaths },
  cases: { about: 'Cases as offices see them, and the operator’s deeds', paths: officialPaths },
  reviewer: { about: 'A reviewer of an agency answers (R1598/2.7, 2.8)', paths: reviewerPaths },
  centre: { about: 'A Centre’s desk (R1598/2.9, 5.4)', paths: centreDeskPaths },
  operator: { about: 'The portal operator’s desk', paths: operatorPaths },
  auditor: { about: 'The evidence is searched and verified', paths: auditorPaths },
  calendar: { about: 'The working days, and how a decision about them becomes known (ADR 39)', paths: calendarPaths },
  mission: { about: 'The mission invites and confirms identity (R1598/2.11-2.13)', paths: missionPaths },
  counter: { about: 'What the officer at the counter compares and has signed (R1598/2.12, 2.14)', paths: counterPaths },
  contracts: { about: 'Signing, handing over and the register (R1598/2.14, 2.15, 5)', paths: contractPaths },
  custody: { about: 'In whose hands each thing is (R1598/2.10, 2.15-2.18)', paths: custodyPaths },
  copies: { about: 'Contract copies on their way and overdue terms (R1598/2.16-2.18)', paths: contractCopiesPaths },
  notices: { about: 'Messages that reached nobody', paths: noticePaths },
  'text-messages': { about: 'The word of the provider of text messages', paths: textMessagePaths },
  differences: { about: 'What the reconciler found', paths: reconcilePaths },
  file: { about: 'The file of a case, signed (ADR 32)', paths: evidencePackPaths },
  installation: { about: 'The installation itself', paths: installationPaths },
} as const satisfies Record<string, { about: string; paths: ZodOpenApiPathsObject }>;
