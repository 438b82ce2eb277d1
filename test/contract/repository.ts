import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds package.json. */
export const repository = path.resolve(import.meta.dirname ?? __dirname, '../..');

export function read(file: string): string {
  return readFileSync(path.join(repository, file), 'utf8');
}

export function readJson<T>(file: string): T {
  return JSON.parse(read(file)) as T;
}

/** All files below a folder that end so, relative to the repository, in order. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith(ending) && statSync(path.join(repository, name)).isFile())
    .sort();
}

/** What the contract reads of package.json. */
export interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly browser: string;
  readonly engines: { readonly vscode: string };
  readonly dependencies?: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly scripts: Record<string, string>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly enablement?: string }[];
    readonly menus: Record<
      string,
      readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]
    >;
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when: string;
    }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Record<string, string> }[];
    readonly configuration: {
      readonly properties: Record<
        string,
        { readonly scope: string; readonly markdownDescription: string; readonly default: unknown }
      >;
    };
    readonly views: Record<string, readonly { readonly id: string; readonly when?: string }[]>;
    readonly viewsWelcome: readonly { readonly view: string; readonly when?: string; readonly contents: string }[];
    readonly walkthroughs?: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: Record<string, string>;
      }[];
    }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly languages: readonly { readonly id: string }[];
  };
}

export const manifest = readJson<Manifest>('package.json');
