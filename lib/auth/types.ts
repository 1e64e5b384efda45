import type { Viewer } from '@/lib/access';

/** The member of a session, as pages greet one. */
export interface SignedInMember extends Viewer {
  handle: string;
  /** By language. */
  names: Record<string, string>;
  email: string | null;
  /** Language of the desk. */
  language: string;
  /** IANA. */
  timeZone: string;
  avatar: { src: string; width: number; height: number } | null;
}
