/** Tells the WebSub hub (w3.org/TR/websub) which feeds changed. */
export { HUB_JOB, pushJobs, type HubOptions } from './ping';
export { hubState } from './state';
export { noticeChanges, startPush } from './notice';
export type * from './views';
