import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import Handlebars from 'handlebars';
import type { Assets } from './assets.js';
import type { PageFrame } from './page-frame.js';
import { helpers } from './template-helpers.js';

/**
 * A partial sees only what it is given, and its indent never creeps into what people typed. Every helper is known, so that no name
 * of a field is looked for among them at each use.
 */
const options = {
  strict: true,
  explicitPartialContext: true,
  preventIndent: true,
  knownHelpers: Object.fromEntries([...Object.keys(helpers), 'asset'].map((name) => [name, true])),
  knownHelpersOnly: true,
};

/** The pages, compiled once: strict, always escaping. */
export class Templates {
  private readonly engine = Handlebars.create();
  private readonly pages = new Map<string, Handlebars.TemplateDelegate>();

  constructor(
    private readonly folder: string,
    assets: Assets,
  ) {
    this.engine.registerHelper({ ...helpers, asset: (file: string) => assets.address(file) });
    for (const file of listTemplates(folder)) {
      const name = relative(folder, file)
        .split(sep)
        .join('/')
        .replace(/\.hbs$/, '');
      const text = readFileSync(file, 'utf8');
      if (name.startsWith('partials/')) this.engine.registerPartial(basename(name), text);
      else if (!name.startsWith('papers/')) this.pages.set(name, this.engine.compile(text, options));
    }
  }

  /** The page with its layout around it. Throws for a template that does not exist or a field that is missing. */
  render(name: string, view: object): string {
    const body = this.find(name)(view);
    // What was refused is read even where the page that asked is gone, or has no form any more.
    const { page } = view as { page?: Pick<PageFrame, 'form'> };
    const unsaid = body.includes('class="errors"') ? [] : (page?.form.errors ?? []);
    return this.find('layout')({ ...view, unsaid, body });
  }

  /** What a page is about, in a sentence for those who find it elsewhere; its own, or that of the whole house. */
  about(name: string, view: object): string {
    return (this.pages.get(`${name}.about`) ?? this.find('about'))(view).trim();
  }

  /** A line or two of their own, without a page around them. */
  text(name: string, view: object): string {
    return this.find(name)(view).trim();
  }

  has(name: string): boolean {
    return this.pages.has(name);
  }

  private find(name: string): Handlebars.TemplateDelegate {
    const found = this.pages.get(name);
    if (!found) throw new Error(`There is no template ${name} in ${this.folder}.`);
    return found;
  }
}

function listTemplates(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && extname(entry.name) === '.hbs')
    .map((entry) => join(entry.parentPath, entry.name));
}
