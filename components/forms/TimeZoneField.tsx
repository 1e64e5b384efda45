'use client';

import type { ComponentProps } from 'react';
import { SelectField } from '../desk';

/** Chooses a time zone (IANA). */
export function TimeZoneField({
  zones,
  onZone,
  ...field
}: Omit<ComponentProps<typeof SelectField>, 'children' | 'onChange' | 'name'> & {
  zones: readonly string[];
  onZone: (zone: string) => void;
}) {
  return (
    <SelectField {...field} name="timeZone" onChange={(event) => onZone(event.target.value)}>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </SelectField>
  );
}
