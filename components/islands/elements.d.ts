import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/** An element that `/reading.js` brings to life; without the script it is a plain container. */
type Island = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'nonmun-theme': Island;
      'nonmun-contents': Island;
    }
  }
}
