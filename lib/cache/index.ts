export { collectDependencies, currentAddress, dependsOn, noteFailure } from './dependencies';
export { changesSince, tags, touch, touchOnce } from './changes';
