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

type Notes = Record<string, Record<string, { title: string; text: string }>>;

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

// A session (scripts/content/agenda.py) as the page gives it to sessie.js and draaiboek.js.
interface SessionActivity {
  kind: string;
  title: string;
  minutes: number;
  anchor: string;
  section: string;
  materials: string;
  core: boolean;
}

interface SessionLesson {
  name: string;
  module: string;
  title: string;
  href: string;
  minutes: number;
  crisis: boolean;
  roles: string[];
  parts: SessionActivity[];
}

type SessionPart = SessionActivity & { lesson: SessionLesson };

interface SessionRow {
  kind: string;
  minutes: number;
  parts: SessionPart[];
  start: number;
}

interface SessionStep {
  kind: string;
  places: number[];
}

interface SessionChoice {
  minutes: number;
  role: string;
  modules: string[];
  facilitators: number;
}

interface SessionRules {
  shortest: number;
  longest: number;
  opening: number;
  halfDay: number;
  day: number;
  closing: number[];
  breaks: number[];
  mostWithoutBreak: number;
  insideLesson: number;
  insideSection: number;
  slackPart: number;
}

interface SessionData {
  rules: SessionRules;
  crisis: { facilitators: number; shortest: number; short: Record<string, string[]>; said: string };
  lessons: SessionLesson[];
  notes: Record<string, string>;
  text: {
    kinds: Record<string, string>;
    fixed: Record<string, string>;
    said: Record<string, string>;
    heads: string[];
    with_quiz: string;
    debrief: string;
    present: string;
    needed: string;
    always: string;
    late: string;
    never: string;
    questions: string;
  };
}

interface Window {
  siteSessie: {
    plan(
      data: SessionData,
      choice: SessionChoice,
    ): {
      rows: SessionRow[];
      slack: number;
      needed: number;
      longest: number;
      parts: SessionPart[];
      leftOut: SessionLesson[];
      late: SessionStep[];
      remarks: string[];
      items: string;
    };
  };
  siteElement<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Record<string, string>,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Tag];
  siteBestand(name: string, type: string, text: string): void;
  siteKalender: {
    save(name: string, times: string[], said: { summary: string; description: string }): void;
  };
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
  siteAdres: {
    minutesPerQuestion: number;
    path: string;
    lessons(): { lesson: string; skip: string[] }[];
    skipped(): Set<string>;
    skip(id: string, out: boolean): void;
    write(values: Record<string, string | null>): void;
    next(): { address: string; number: number; all: number } | null;
    notes(): Notes;
    keepNotes(all: Notes): boolean;
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
