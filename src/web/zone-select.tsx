import { NativeSelect } from '@mantine/core';

type ZoneProps = { value: string; onChange: (zone: string) => void; description?: string };

/** Every time zone that the browser knows. */
export function ZoneSelect({ value, onChange, description }: ZoneProps) {
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <NativeSelect
      label="Time zone"
      description={description}
      data={zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
