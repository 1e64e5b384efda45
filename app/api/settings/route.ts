import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { saveSettings, settingsInput } from '@/lib/settings';

/** Saves all settings; `version` is the one that the form was filled from. */
export const PUT = memberEndpoint({
  body: z.object({ version: z.number().int().min(0), settings: settingsInput }),
  run: ({ viewer, body }) => saveSettings(viewer, body),
});
