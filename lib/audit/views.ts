/** What was done to what, for a person to read. */
export interface AuditView {
  id: string;
  at: Date;
  /** The member, or the program that acted; null for a member who is no longer there. */
  actor: { memberId: string; name: string; handle: string } | { label: string } | null;
  /** `post.publish`, `settings.change` … */
  action: string;
  subject: {
    type: string;
    id: string;
    /** What it is called now or, where it is gone, what was noted of it; null where nothing was. */
    name: string | null;
    /** Where it is looked after; null where it is gone. */
    href: string | null;
  };
  detail: Record<string, string | number | boolean | null>;
}

/** A page of the log, newest first. */
export interface AuditList {
  entries: AuditView[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}
