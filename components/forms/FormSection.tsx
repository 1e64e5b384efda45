import type { ReactNode } from 'react';

/** Fields that belong together; their heading stands beside them where there is room. */
export function FormSection({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className="form-section">
      <legend>{title}</legend>
      {note ? <p className="form-section-note">{note}</p> : null}
      <div className="form-section-fields">{children}</div>
    </fieldset>
  );
}
