/** 논 and 문 as strokes on the grid of manuscript paper. The same drawing makes the favicon. */
const strokes = {
  non: 'M9.5 6v6h13M16 16v4.5M6.5 20.5h19M9.5 23.5v4.5h13',
  mun: 'M9.5 5.5h13v7h-13zM6.5 16.5h19M16 16.5v4M9.5 22v5h13',
};

/** The product's mark: two squares of manuscript paper. `title` names it where no text beside it does. */
export function Wordmark({ title, size = 32 }: { title?: string; size?: number }) {
  return (
    <svg
      className="wordmark"
      viewBox="0 0 66 34"
      width={Math.round((size * 66) / 34)}
      height={size}
      fill="none"
      role={title === undefined ? undefined : 'img'}
      aria-label={title}
      aria-hidden={title === undefined ? true : undefined}
      focusable="false"
    >
      <path className="wordmark-grid" d="M1 1h64v32H1zM33 1v32" />
      <g className="wordmark-ink" strokeLinecap="square" strokeLinejoin="miter">
        <path d={strokes.non} transform="translate(1 0)" />
        <path d={strokes.mun} transform="translate(33 0)" />
      </g>
    </svg>
  );
}
