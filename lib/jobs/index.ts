export { enqueue, type JobPayload } from './queue';
export { startJobs, type JobFailure, type JobHandler, type JobRunner, type JobsOptions } from './runner';
