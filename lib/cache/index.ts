export { collectDependencies, currentAddress, dependsOn, noteFailure } from './dependencies';
export { changesSince, tags, touch } from './changes';
