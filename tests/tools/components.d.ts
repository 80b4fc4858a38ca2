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

interface Scherm {
  kind: "titel" | "kort" | "oefening" | "quiz" | "casus" | "bericht" | "grafiek" | "gesprek" | "hulp" | "onthoud" | "slot";
  id: string;
  title: string;
  section: string;
  elements: Element[];
  minutes: number;
  notes: Element[];
  droppable: boolean;
}

interface Klok {
  box: HTMLElement;
  at(id: string, minutes: number): void;
  toggle(): void;
  stop(): void;
}

interface Window {
  siteOpslag: {
    read(): Progress;
    change(fn: (data: Progress) => void): boolean;
    cleaned(found: unknown): Progress;
    available: boolean;
    today(): string;
    shown(day: string): string;
  };
  siteSessie: {
    path: string;
    lessons(): { lesson: string; skip: string[] }[];
    skipped(): Set<string>;
    skip(id: string, out: boolean): void;
    write(values: Record<string, string | null>): void;
    next(): { address: string; number: number; all: number } | null;
    made(tag: string, name: string, text?: string): HTMLElement;
    words(heading: Element | null | undefined): string;
  };
  siteSchermen: {
    article: HTMLElement;
    title: string;
    collected(): Scherm[];
    isolate(node: Element, wanted: Set<Element>): void;
  };
  siteScorm: {
    start(): boolean;
    get(name: string): string;
    set(name: string, value: string): boolean;
    commit(): boolean;
    finish(): void;
  };
  siteKlok(say: (text: string) => void): Klok;
  siteTrainer: { show(on: boolean): void };
  sitePresenteren: { start(): void };
}
