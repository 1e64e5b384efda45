/** What a hub was told last about a feed. */
export interface HubPingView {
  /** Address of the feed. */
  topic: string;
  at: Date;
  /** Why the hub could not be told; null where it was. */
  failure: { kind: 'status' | 'timeout' | 'unreachable' | 'refused'; status: number | null } | null;
}

/** How it stands with the hub. */
export interface HubState {
  hub: string;
  /** Feeds that changed and about which the hub is not told yet. */
  waiting: number;
  /** Latest attempts: those that failed first, each newest first. */
  pings: HubPingView[];
}
