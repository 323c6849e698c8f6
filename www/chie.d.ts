// The types of what `chie.js` puts into a page: the calls, the element, the events, and the settings object.
// Take a copy beside your code, or reference this address; there is nothing to import.

/** Which widget is meant: its element, a selector of its tag, or the first of the page where it is left out. */
export type ChieTarget = Element | string;

/** The looks that a tag can correct. */
export interface ChieLooks {
  theme?: "light" | "dark" | "auto";
  /** A colour, such as `"#0f6b5c"`; corrected where it would be hard to read. */
  accent?: string;
  /** Pixels, such as `"8"`. */
  radius?: string;
  /** Families, such as `"Georgia, serif"`. */
  font?: string;
}

/** What a tag says, for pages where attributes do not arrive: one widget, or a list of them. */
export interface ChieSettings extends ChieLooks {
  /** The maker's domain. */
  brand: string;
  /** The product's key. */
  product: string;
  /** Where the widget stands; a launcher needs none. */
  target?: ChieTarget;
  /** What the product is called while nobody has made it. */
  productName?: string;
  /** Begin with this thread. */
  thread?: string;
  /** Begin with the list, or with the fields of a new thread. */
  view?: "list" | "ask";
  /** A language tag; the page's own language where it is left out. */
  lang?: string;
  /** On its place, or as a button in the corner that opens a panel. */
  place?: "inline" | "launcher";
  /** Take over at once, or fetch nothing before it comes near. */
  loading?: "eager" | "lazy";
  /** An open root can be reached by tests and tools. */
  root?: "open" | "closed";
  /** What the brand's own server has signed of whoever is signed in on this page. */
  signOn?: string;
}

export interface ChieApi {
  /** Opens the panel, or scrolls to the widget. */
  open(target?: ChieTarget): Promise<void>;
  /** Closes the panel. */
  close(target?: ChieTarget): Promise<void>;
  /** Goes to the line, with a text in it that the visitor can go on with. */
  ask(text?: string, target?: ChieTarget): Promise<void>;
  setTheme(theme: "light" | "dark" | "auto" | ChieLooks, target?: ChieTarget): Promise<void>;
  /** Begins anew in another language; drafts are kept. */
  setLocale(lang: string, target?: ChieTarget): Promise<void>;
  /** Signs the brand's own customer on, by a token that its server has signed. */
  signIn(token: string, target?: ChieTarget): Promise<void>;
  /** Whoever is signed in is nobody here any more, on this device. */
  signOut(target?: ChieTarget): Promise<void>;
  /** Takes the widget away. */
  destroy(target?: ChieTarget): Promise<void>;
}

/** What an event says: it bubbles from the element that holds the widget. */
export interface ChieDetail {
  brand: string;
  product: string;
  thread: string;
  /** The thread's public page. */
  url: string;
}
export type ChieEvent = CustomEvent<ChieDetail>;

export type ChieElement = HTMLElement;

declare global {
  interface Window {
    /** There once `chie.js` has run; calls wait for what carries them out. */
    Chie: ChieApi;
    ChieConfig?: ChieSettings | ChieSettings[];
  }
  const Chie: ChieApi;
  interface HTMLElementTagNameMap {
    "chie-community": ChieElement;
  }
  interface HTMLElementEventMap {
    "chie:asked": ChieEvent;
    "chie:replied": ChieEvent;
    "chie:resolved": ChieEvent;
  }
  interface DocumentEventMap {
    "chie:asked": ChieEvent;
    "chie:replied": ChieEvent;
    "chie:resolved": ChieEvent;
  }
}
