export { mailConfigured, sendLetter } from './send';
export { composeLetter, type Letter, type LetterContent } from './letter';
