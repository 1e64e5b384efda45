export { collectDependencies, currentAddress, dependsOn, noteFailure, noteGone } from './dependencies';
export { changesSince, tags, touch, touchOnce } from './changes';
