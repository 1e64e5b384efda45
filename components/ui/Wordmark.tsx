/** 논 and 문 as strokes on the grid of manuscript paper. The same drawing makes the favicon. */
const strokes = {
  non: 'M9.5 5.5v5.5h13M16 15.25v3.5M6.5 18.75h19M9.5 22.75v5h13',
  mun: 'M9.5 5.5h13v6.75h-13zM6.5 16.25h19M16 16.25v3.5M9.5 22.75v5h13',
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
