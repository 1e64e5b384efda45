import type { ReactNode } from 'react';

/** Head of a list or index: what it is (in the margin), its name, and a line about it. */
export function PageHeader({
  kicker,
  title,
  note,
  language,
  children,
}: {
  kicker?: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  /** Language of the title, where it is not the page's. */
  language?: string;
  children?: ReactNode;
}) {
  return (
    <header className="page-head page-grid">
      <div className="margin">{kicker !== undefined && <p className="kicker">{kicker}</p>}</div>
      <div className="column">
        <h1 lang={language}>{title}</h1>
        {note !== undefined && <p className="page-note">{note}</p>}
        {children}
      </div>
    </header>
  );
}
