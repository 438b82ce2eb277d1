/** The pictures of `npm run screenshots`: each scene brings the editor into a state and says how it is called. */
import type { Editor } from '../test/ui/driver';

export interface Scene {
  /** File name, without theme and ending. */
  readonly name: string;
  /** What the picture is to show; goes to the README as its alternative text. */
  readonly shows: string;
  /** Brings the editor, which has the samples open and no file, into the state; an error leaves the picture out and fails the run. */
  readonly arrange: (editor: Editor) => Promise<void>;
}

/** Themes that every scene is pictured in: the ending of the file's name, and VS Code's name for it. */
export const themes: readonly { readonly ending: string; readonly theme: string }[] = [
  { ending: 'light', theme: 'Light 2026' },
  { ending: 'dark', theme: 'Dark 2026' },
];

const highlighted = (editor: Editor): Promise<unknown> => editor.highlights();

export const scenes: readonly Scene[] = [
  {
    name: 'highlights',
    shows: 'A Dutch article with suggested persons, places and charges.',
    arrange: async (editor) => {
      await editor.openFile('utrecht-adressen-verkocht.txt');
      await highlighted(editor);
    },
  },
  {
    name: 'english',
    shows: 'An English article with suggested persons, places and charges.',
    arrange: async (editor) => {
      await editor.openFile('utrecht-address-trial.txt');
      await highlighted(editor);
    },
  },
  {
    name: 'commands',
    shows: 'Every command is in the palette.',
    arrange: async (editor) => {
      await editor.openFile('utrecht-adressen-verkocht.txt');
      await highlighted(editor);
      await editor.offer('Glossator: ');
    },
  },
];
