import type { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Activities } from '../activities/index.ts';
import type { TemporalConfig } from '../temporal.config.ts';

const DEPLOYMENT = 'mohlet';
/** gRPC's status code 5. */
const NOT_FOUND = 5;

/**
 * Makes the worker of all procedures. Its version is upgraded in place (AUTO_UPGRADE, `patched()` in workflow code),
 * never pinned; `buildId` names the workflow code it runs.
 */
export async function createWorker(
  config: TemporalConfig,
  activities: Activities,
  code: { bundle: WorkflowBundle; buildId: string },
  log: Logger,
): Promise<Worker> {
  const { address, tls, apiKey } = config.options;
  const connection = await NativeConnection.connect({
    ...(address !== undefined && { address }),
    ...(tls && { tls }),
    ...(typeof apiKey === 'string' && { apiKey }),
  });
  return Worker.create({
    connection,
    namespace: config.namespace,
    taskQueue: config.taskQueue,
    workflowBundle: code.bundle,
    activities,
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName: DEPLOYMENT, buildId: code.buildId },
      defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
    interceptors: { activity: [(context) => ({ inbound: { execute: withoutForeignWords(context, log) } })] },
    maxCachedWorkflows: 1_000,
    maxConcurrentActivityTaskExecutions: 64,
    maxConcurrentLocalActivityExecutions: 16,
    shutdownGraceTime: '8 seconds',
  });
}

/** A fault's own text may carry what a party or the database said; Temporal keeps only our word for it. */
function withoutForeignWords({ info }: Context, log: Logger) {
  return async <I, O>(input: I, next: (input: I) => Promise<O>): Promise<O> => {
    try {
      return await next(input);
    } catch (fault) {
      if (fault instanceof ApplicationFailure) throw fault;
      const { code, name } = fault as { code?: unknown; name?: string };
      const { activityType, attempt, workflowExecution } = info;
      log.warn({ caseNumber: workflowExecution?.workflowId, activity: activityType, attempt, code, name }, 'failed');
      throw ApplicationFailure.retryable(typeof code === 'string' ? code : 'a fault; see the worker log', 'Fault');
    }
  };
}

/** Makes this worker's version the current one, once it polls: a deployment without a current version runs nothing. */
export async function makeCurrent(client: Client, namespace: string, buildId: string): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    try {
      await setCurrent(client, namespace, buildId);
      return;
    } catch (fault) {
      if (tried > 100) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/**
 * Makes this worker's version the current one where there is none, as after Temporal lost its data; another worker's is
 * left alone. Returns whether it did; throws while Temporal does not answer or does not yet know the worker again.
 */
export async function keepCurrent(client: Client, namespace: string, buildId: string): Promise<boolean> {
  const current = await client
    .withDeadline(Date.now() + 5_000, () =>
      client.workflowService.describeWorkerDeployment({ namespace, deploymentName: DEPLOYMENT }),
    )
    .then(
      ({ workerDeploymentInfo }) => workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? '',
      (fault: unknown) => {
        if (isGrpcServiceError(fault) && Number(fault.code) === NOT_FOUND) return '';
        throw fault;
      },
    );
  if (current !== '') return false;
  await setCurrent(client, namespace, buildId);
  return true;
}

async function setCurrent(client: Client, namespace: string, buildId: string): Promise<void> {
  await client.workflowService.setWorkerDeploymentCurrentVersion({
    namespace,
    deploymentName: DEPLOYMENT,
    buildId,
    version: `${DEPLOYMENT}.${buildId}`,
    ignoreMissingTaskQueues: true,
    identity: 'mohlet-worker',
  });
}
