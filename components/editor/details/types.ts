import type { Ref } from 'react';
import type { ProblemKind } from '@/lib/markdown/types';
import type { useKeptField } from '../saving';
import type { PaperText } from './PaperMentions';
import type { DetailChoices, EditorView, PostDetails } from '@/lib/writing/types';

/** What forms need to know of the site. */
export interface SiteFacts {
  /** `https://blog.example`, without a slash at the end. */
  origin: string;
  /** IANA; dates of posts are shown in it. */
  timeZone: string;
}

/** Somewhere that the check list can take the writer to. */
export type CheckPlace =
  | 'title'
  | 'text'
  | 'summary'
  | 'category'
  | 'month'
  | 'slug'
  | 'tags'
  | 'authors'
  | 'leadImage'
  /** A line of the source, from 1. */
  | { line: number };

/** What the check list has to know of the text as it stands in the editor. */
export interface TextFacts {
  title: string;
  summary: string;
  /** Words of the text, as the editor counts them. */
  words: number;
  /** What the live preview found. */
  problems: readonly { kind: ProblemKind | 'link-broken'; line: number; detail: string }[];
}

/** What the editor asks of the form from outside. */
export interface DetailsHandle {
  /**
   * Saves what has not been saved by itself yet. Changes of what readers see wait for the writer and are no part of it.
   *
   * @returns whether everything that saves itself is on the server.
   */
  settle: () => Promise<boolean>;
}

/** Is to stay mounted for as long as the editor is there, hidden or not: the slug follows the title in it. */
/** A control whose text the saving part keeps. */
export type KeptField = ReturnType<typeof useKeptField<HTMLTextAreaElement>>;

export interface DetailsPanelProps {
  ref?: Ref<DetailsHandle>;
  view: EditorView;
  choices: DetailChoices;
  site: SiteFacts;
  /** As it stands in the editor; papers that it mentions are offered. */
  text: PaperText;
  /** As it stands in the editor; the slug is suggested from it. */
  title: string;
  /** As it stands in the editor; goes with the draft. */
  summary: string;
  /** Attributes of its control, from the saving part. */
  summaryField: KeptField;
  /** Called with what the server has taken. */
  onSaved: (details: PostDetails, path: string) => void;
  /** Values that came from elsewhere, such as pasted front matter; taken into the form when the object changes. */
  offered?: Partial<PostDetails> | null;
}

export interface PublishDialogProps {
  view: EditorView;
  /** As the server has them now; the panel reports them by `onSaved`. */
  details: PostDetails;
  /** Present address, without language prefix, decoded. */
  path: string;
  site: SiteFacts;
  text: TextFacts;
  /** When a first publication is to have been, where something says so, such as front matter. */
  earlier?: Date | null;
  /** Brings everything typed to the server; the draft's version there, or null where it could not be saved. */
  save: () => Promise<number | null>;
  /** The dialog has closed; the editor shows the place and puts the focus there. */
  onJump: (place: CheckPlace) => void;
  /** The state of the translation is another one now: ask for the view anew. */
  onChanged: () => void | Promise<void>;
  onClose: () => void;
}

export interface FrontMatterOfferProps {
  view: EditorView;
  choices: DetailChoices;
  /** What was pasted, the fences included. */
  text: string;
  /** What the writer took of it; title and summary belong to the draft, `date` to the publication that is to come. */
  onTake: (taken: { title?: string; summary?: string; date?: Date; details: Partial<PostDetails> }) => void;
  /** It is to stay in the text. */
  onLeave: () => void;
}
