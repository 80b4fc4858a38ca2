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

interface Window {
  siteKalender: {
    save(name: string, times: string[], said: { summary: string; description: string }): void;
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
