export { DetailsPanel } from './DetailsPanel';
export { FrontMatterOffer } from './FrontMatterOffer';
export { PublishDialog } from './PublishDialog';
export type {
  CheckPlace,
  DetailsHandle,
  DetailsPanelProps,
  FrontMatterOfferProps,
  PublishDialogProps,
  SiteFacts,
  TextFacts,
} from './types';
