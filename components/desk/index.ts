export { answerOf, call, type Answer, type CallFailure, type CallOptions } from './call';
export { isComposing } from './composing';
export { Dialog } from './Dialog';
export { DeskShell, type DeskSection } from './DeskShell';
export { Button, CheckField, Field, FormFailure, SelectField, TextAreaField, TextField } from './Form';
export { I18nProvider, useI18n } from './I18n';
export { MemberHint } from './MemberHint';
export { leaveFor } from './leave';
export { useAction } from './useAction';
