export { enqueue, enqueueOnce, type JobPayload } from './queue';
export { startJobs, type JobAttempt, type JobFailure, type JobHandler, type JobsOptions } from './runner';
export { startWatch, type Watch } from './watch';
