import { Group, Progress, Text } from '@mantine/core';

interface UsageBarProps {
  /** What is used. */
  label: string;
  used: number;
  limit: number;
  /** How much of it, in words. */
  value: string;
}

/** Past this it is told by colour, too. */
const nearlyFull = 90;

/** How much of something is used and how much is free, as a bar and in words. */
export function UsageBar({ label, used, limit, value }: UsageBarProps) {
  const percent = limit > 0 ? Math.min(100, (used / limit) * 100) : 0;
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={6} wrap="wrap">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Text size="sm" c="dimmed">
          {value}
        </Text>
      </Group>
      <Progress.Root size={8} radius="xl" bg="var(--cursus-track)">
        <Progress.Section value={percent} color={percent >= nearlyFull ? 'red' : 'pine'} aria-label={label} aria-valuetext={value} />
      </Progress.Root>
    </div>
  );
}
