import type { ReactNode } from 'react';

const shapes = {
  arrowDown: <path d="M12 5v14m6-6-6 6-6-6" />,
  arrowLeft: <path d="M19 12H5m6-6-6 6 6 6" />,
  arrowRight: <path d="M5 12h14m-6-6 6 6-6 6" />,
  arrowUp: <path d="M12 19V5M6 11l6-6 6 6" />,
  bold: <path d="M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z" strokeWidth="2" />,
  callout: <path d="M4 5h16v11h-8l-4 3.5V16H4zm8 2.5v4m0 2v.5" />,
  check: <path d="m5 12.5 4.5 4.5L19 7" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  code: <path d="m8.5 7-5 5 5 5m7-10 5 5-5 5" />,
  codeBlock: <path d="M4 4.5h16v15H4zm6 4.5-3 3 3 3m4-6 3 3-3 3" />,
  dot: <circle cx="12" cy="12" r="2" />,
  expand: <path d="M9 4H4v5m11-5h5v5M4 15v5h5m11-5v5h-5" />,
  eye: (
    <>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  eyeOff: (
    <>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM4 20 20 4" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  feed: (
    <>
      <path d="M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8" />
      <circle cx="6" cy="18" r="1.25" fill="currentColor" />
    </>
  ),
  footnote: <path d="M4 8h8M4 13h7M4 18h9m4.5-8V4.5L16 6m4 6h-5" />,
  formula: <path d="M18 6V4.5H6L12.5 12 6 19.5h12V18" />,
  formulaBlock: <path d="M3.5 4.5h17m-17 15h17M15 9V8H9l3.5 4L9 16h6v-1" />,
  heading: <path d="M6 5v14M18 5v14M6 12h12" />,
  help: (
    <path d="M9 9.2a3 3 0 1 1 4.4 2.6c-.9.5-1.4 1-1.4 2.2m0 2.8v.4M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z" />
  ),
  image: <path d="M4 5h16v14H4zm0 11 4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.2v.1" />,
  italic: <path d="M10 5h8M6 19h8M14.5 5l-5 14" />,
  link: (
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1" />
  ),
  listBullet: <path d="M9.5 6H20M9.5 12H20M9.5 18H20M5 6v.1M5 12v.1M5 18v.1" />,
  listNumber: (
    <path d="M10.5 6H20m-9.5 6H20m-9.5 6H20M4.2 5.2 5.6 4.4V9M4 15.4c.3-1.2 2.6-1.3 2.6.2 0 1.1-1.4 1.8-2.6 3h2.8" />
  ),
  listTask: <path d="M12 6h8m-8 6h8m-8 6h8M3.5 6l1.5 1.5L8 4.5M3.5 17.5 5 19l3-3" />,
  mail: <path d="M4 6h16v12H4zm0 1 8 6 8-6" />,
  moon: <path d="M19.5 14A8 8 0 0 1 10 4.5 8 8 0 1 0 19.5 14z" />,
  more: <path d="M4 12h3m3.5 0h3m3.5 0h3M5 5h14M5 8h9M5 19h14M5 16h9" />,
  paneBoth: <path d="M4 5h16v14H4zm8 0v14" />,
  panePreview: (
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z" />
  ),
  paneSource: <path d="m4 20 1-4L16 5l3 3L8 19zm9.5-12.5 3 3" />,
  plus: <path d="M12 5v14M5 12h14" />,
  quote: <path d="M5 5v14M9.5 7H20M9.5 12H18M9.5 17H19" />,
  redo: <path d="M19 9H9a5 5 0 0 0 0 10h4m2-14 4 4-4 4" />,
  screen: <path d="M4 5h16v11H4zm5 15h6m-3-4v4" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="m15.5 15.5 4.5 4.5" />
    </>
  ),
  shrink: <path d="M4 9h5V4m6 0v5h5M9 20v-5H4m16 0h-5v5" />,
  strikethrough: (
    <path d="M4 12h16M16.5 7.5C16 5.6 14.300 5 12 5 9.500 5 7.700 6.100 7.700 8c0 1.200.7 2.100 2 2.600M7.500 16c.4 2 2.200 3 4.600 3 2.700 0 4.500-1.200 4.500-3.200 0-.6-.1-1-.3-1.400" />
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2m0 14v2m9-9h-2M5 12H3m15.4-6.4L17 7M7 17l-1.4 1.4m12.8 0L17 17M7 7 5.6 5.6" />
    </>
  ),
  table: <path d="M4 5h16v14H4zm0 4.7h16M4 14.300h16M10 9.700V19" />,
  trash: <path d="M4.5 7h15M9 7V4.5h6V7m-8.5 0 .8 12.5h9.4L17.5 7M10 10.5v5.5m4-5.5v5.5" />,
  undo: <path d="M5 9h10a5 5 0 0 1 0 10h-4M9 5 5 9l4 4" />,
  upload: <path d="M12 16V4.5M7 9.5l5-5 5 5M4.5 15.5v4h15v-4" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A line drawing of the site's own set; always beside words or within a labelled control, so hidden from readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
