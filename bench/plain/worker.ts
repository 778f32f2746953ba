import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { readTemporalConfig } from '../../temporal.config.ts';
import { plainActivities } from './activities.ts';

/** A worker process for the plain case alone, with the limits that the program's own worker has. */
const { options, namespace, taskQueue } = readTemporalConfig(process.env);
Runtime.install({ logger: new DefaultLogger('ERROR') });
const connection = await NativeConnection.connect({
  ...(options.address !== undefined && { address: options.address }),
});
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue,
  workflowsPath: join(import.meta.dirname, 'workflow.ts'),
  activities: plainActivities,
  maxCachedWorkflows: 1_000,
  maxConcurrentActivityTaskExecutions: 64,
});
process.on('SIGTERM', () => worker.shutdown());
process.stdout.write('ready\n');
await worker.run();
await connection.close();
process.exit(0);
