export { enqueue, enqueueOnce, type JobPayload } from './queue';
export {
  startJobs,
  type JobAttempt,
  type JobFailure,
  type JobHandler,
  type JobRunner,
  type JobsOptions,
} from './runner';
