// Types the components share; the scripts are classic, so these names are global.
interface Test {
  score: number;
  total: number;
  date: string;
  skip: string[];
}

interface Progress {
  version: number;
  lessons: Record<string, string>;
  tests: Record<string, Test>;
  resume: string | null;
}

interface TellingRow {
  period: string;
  counts: (number | null)[];
  remark: string;
}

interface TellingColumns {
  period: string;
  remark: string;
  counts: { name: string; label: string; unit: string; partOf: string }[];
}

interface Window {
  siteTelling: {
    read(written: string, columns: TellingColumns): { rows: TellingRow[]; faults: string[] };
    write(rows: TellingRow[], columns: TellingColumns): string;
    count(written: string): number | string | null;
    period(written: string): string;
    partFaults(counts: (number | null)[], columns: TellingColumns): string[];
  };
  siteOpslag: {
    read(): Progress;
    change(fn: (data: Progress) => void): boolean;
    cleaned(found: unknown): Progress;
    available: boolean;
    today(): string;
    shown(day: string): string;
  };
}
