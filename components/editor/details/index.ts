export { DetailsPanel } from './DetailsPanel';
export { FrontMatterOffer } from './FrontMatterOffer';
export { PublishDialog } from './PublishDialog';
export type {
  CheckPlace,
  DetailsPanelProps,
  FrontMatterOfferProps,
  PublishDialogProps,
  SiteFacts,
  TextFacts,
} from './types';
