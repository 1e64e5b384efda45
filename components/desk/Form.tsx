'use client';

import {
  useId,
  type ComponentProps,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import type { CallFailure } from './call';

interface FieldFacts {
  label: ReactNode;
  /** How it is to be filled in. */
  hint?: ReactNode;
  /** What is wrong with it; announced when it appears. */
  error?: ReactNode;
}

/** Label, hint and error around one control; `children` gets the attributes that tie them together. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldFacts & {
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {/* There before it is needed: a live region that appears together with its text is not read by all. */}
      <p className="field-error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  ...input
}: FieldFacts & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input className="control" type="text" {...input} {...control} />}
    </Field>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  ...input
}: FieldFacts & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <textarea className="control" rows={3} {...input} {...control} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  children,
  ...input
}: FieldFacts & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select className="control" {...input} {...control}>
          {children}
        </select>
      )}
    </Field>
  );
}

export function CheckField({
  label,
  hint,
  ...input
}: FieldFacts & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const id = useId();
  return (
    <div className="field field-check">
      <input type="checkbox" id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** A button. `tone`: `primary` for the one thing the page is for, `danger` for what takes something away. */
export function Button({
  tone = 'plain',
  type = 'button',
  isBusy = false,
  className = '',
  ...button
}: ComponentProps<'button'> & { tone?: 'primary' | 'plain' | 'quiet' | 'danger'; isBusy?: boolean }) {
  // Not `disabled` while busy: the focus would be lost.
  return (
    <button
      className={`button button-${tone} ${className}`}
      type={type}
      aria-disabled={isBusy || undefined}
      data-busy={isBusy || undefined}
      {...button}
    />
  );
}

/** What went wrong with a form as a whole. Fields show what is about them. */
export function FormFailure({ failure, fields = [] }: { failure: CallFailure | null; fields?: string[] }) {
  const isShown = failure !== null && !(failure.field !== undefined && fields.includes(failure.field));
  return (
    <div className="form-failure" role="alert">
      {isShown ? <p>{failure.message}</p> : null}
    </div>
  );
}
