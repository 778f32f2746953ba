import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { appointmentPaths } from '../appointments/describe.ts';

/** The areas of the API in the order people meet them; each name is a tag of the description. */
export const AREAS = {
  appointments: { about: 'The applicant’s appointment at the mission (R1598/2.12)', paths: appointmentPaths },
} as const satisfies Record<string, { about: string; paths: ZodOpenApiPathsObject }>;

export type AreaName = keyof typeof AREAS;
