export {
  announceChange,
  collectDependencies,
  currentAddress,
  dependsOn,
  onChangeAnnounced,
} from './dependencies';
