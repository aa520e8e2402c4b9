import { readFileSync } from 'node:fs';

/** The most memory that was resident in this process, in megabytes of 1,000,000 bytes. */
export function peakResidentMegabytes(): number {
  // The peak that resource usage tells is inherited from the process that started this one.
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return (Number(peak) * 1024) / 1e6;
}
