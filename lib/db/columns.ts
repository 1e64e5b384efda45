import { z } from 'zod';

// What JSON columns of several rooms hold, parsed where it leaves the database.

/** A text by language: `{ "ko": "알고리즘", "en": "Algorithms" }`. */
export const namesSchema = z.record(z.string(), z.string());

/** LaTeX macros: `{ "\\RR": "\\mathbb{R}" }`. */
export const macrosSchema = z.record(z.string(), z.string());
