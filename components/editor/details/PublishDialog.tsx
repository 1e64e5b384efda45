'use client';

import { Dialog } from '@/components/desk';
import type { PublishDialogProps } from './types';

/** What is left to do before readers see a text, and everything that brings it to them or takes it away. */
export function PublishDialog(props: PublishDialogProps) {
  return (
    <Dialog title="" onClose={props.onClose}>
      {props.path}
    </Dialog>
  );
}
