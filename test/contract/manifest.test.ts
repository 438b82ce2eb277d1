import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { COLORS, COMMANDS, CONTEXT_KEYS, LANGUAGE_ID, SETTINGS, VIEWS } from '../../src/editor/contributions';
import { filesBelow, manifest, read, repository } from './repository';

const { contributes } = manifest;
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const editorCode = filesBelow('src/editor', '.ts')
  .filter((file) => !file.endsWith('/contributions.ts'))
  .map(read)
  .concat(read('src/extension.ts'))
  .join('\n');

describe('the manifest and the code name the same', () => {
  const pairs: readonly { readonly what: string; readonly declared: string[]; readonly used: string[] }[] = [
    { what: 'commands', declared: contributes.commands.map((each) => each.command), used: Object.values(COMMANDS) },
    {
      what: 'settings',
      declared: Object.keys(contributes.configuration.properties),
      used: SETTINGS.map((key) => `glossator.${key}`),
    },
    {
      what: 'views',
      declared: Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id)),
      used: Object.values(VIEWS),
    },
    { what: 'colours', declared: contributes.colors.map(({ id }) => id), used: Object.values(COLORS) },
    { what: 'languages', declared: contributes.languages.map(({ id }) => id), used: [LANGUAGE_ID] },
  ];
  for (const { what, declared, used } of pairs) {
    it(`as ${what}`, () => assert.deepEqual(sorted(declared), sorted(used)));
  }

  it('as context keys in when clauses', () => {
    const clauses = [
      ...Object.values(contributes.menus)
        .flat()
        .map(({ when }) => when),
      ...contributes.keybindings.map(({ when }) => when),
      ...contributes.viewsWelcome.map(({ when }) => when),
      ...contributes.commands.map(({ enablement }) => enablement),
    ].join(' ');
    const named = sorted(clauses.match(/(?<!config\.)\bglossator\.[a-zA-Z]+\b/g) ?? []);
    const notKeys = new Set<string>([...Object.values(VIEWS), 'glossator.notes']);
    const unknown = named.filter(
      (key) => !notKeys.has(key) && !(Object.values(CONTEXT_KEYS) as string[]).includes(key),
    );
    assert.deepEqual(unknown, []);
  });
});

describe('every name in contributions.ts has code behind it', () => {
  const groups = { COMMANDS, CONTEXT_KEYS, VIEWS, COLORS };
  for (const [group, names] of Object.entries(groups)) {
    for (const key of Object.keys(names)) {
      // Layer colours are looked up by the layer's id.
      if (group === 'COLORS' && /^(person|place|charge|note)/.test(key)) continue;
      it(`${group}.${key}`, () =>
        assert.ok(new RegExp(`${group}\\.${key}\\b`).test(editorCode), `nothing uses ${group}.${key}`));
    }
  }
  for (const key of SETTINGS) {
    it(`the setting ${key}`, () => assert.ok(editorCode.includes(`'${key}'`), `nothing reads ${key}`));
  }
});

describe('the manifest', () => {
  it('refers only to its own commands and to submenus that it declares', () => {
    const known = new Set<string>(Object.values(COMMANDS));
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].flatMap(
      ({ command }) => command ?? [],
    );
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('has files behind every path', () => {
    const files = [...contributes.grammars.map((grammar) => grammar.path), 'media/icon.png', 'media/glossator.svg'];
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(repository, file))),
      [],
    );
  });

  it('gives each colour for all four kinds of theme', () => {
    for (const { id, defaults } of contributes.colors) {
      assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
    }
  });

  it('never reads the author’s name from a workspace', () => {
    assert.equal(contributes.configuration.properties['glossator.author']?.scope, 'machine');
  });

  it('has no runtime dependency outside the bundle', () => assert.deepEqual(manifest.dependencies ?? {}, {}));

  it('pins every development dependency', () => {
    const loose = Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(loose, []);
  });

  it('promises the VS Code whose types it is built with', () => {
    assert.equal(manifest.engines.vscode, '^1.105.0');
    assert.equal(manifest.devDependencies['@types/vscode'], '1.105.0');
  });

  it('names no shortcut that types a character on a European keyboard', () => {
    const risky = contributes.keybindings.filter(({ key }) => /ctrl\+alt|alt\+ctrl/.test(key));
    assert.deepEqual(risky, []);
  });

  it('has a dated CHANGELOG entry for its version', () => {
    const version = manifest.version.replaceAll('.', '\\.');
    assert.match(read('CHANGELOG.md'), new RegExp(`^## ${version} \\(\\d{4}-\\d{2}-\\d{2}\\)$`, 'm'));
  });
});
