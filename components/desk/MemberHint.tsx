'use client';

import { useEffect } from 'react';
import { rememberMember } from '../islands/member';

/** Tells the reading pages of this browser whether somebody is signed in. */
export function MemberHint({ isSignedIn }: { isSignedIn: boolean }) {
  useEffect(() => rememberMember(isSignedIn), [isSignedIn]);
  return null;
}
