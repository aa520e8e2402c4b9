import { readFileSync } from 'node:fs';

/** What a process took until now. */
export interface ProcessUse {
  cpuSeconds: number;
  residentMegabytes: number;
}

/** Linux tells every program hundredths of a second, whatever its own clock counts in. */
const ticksPerSecond = 100;

/** What another process takes, where the system tells: on Linux. */
export function spentBy(pid: number): ProcessUse | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything, spaces too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0;
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
      residentMegabytes: Number(kilobytes) / 1024,
    };
  } catch {
    // Another system, or the process is gone: its end is heard of anyway.
    return undefined;
  }
}
