import assert from 'node:assert/strict';
import {
  conflictedCopyOf,
  sidecarNameOf,
  sourceNameOf,
  splitConflictMarkers,
  withConflictMarkers,
} from '../../../src/core/sidecar';

describe('the names of sidecars', () => {
  it('are the whole name of the source and a suffix', () => {
    assert.equal(sidecarNameOf('a/nrc.txt'), 'a/nrc.txt.annotations.yaml');
    assert.equal(sourceNameOf('a/nrc.txt.annotations.yaml'), 'a/nrc.txt');
    assert.equal(sourceNameOf('a/.annotations.yaml'), undefined);
    assert.equal(sourceNameOf('nrc.yaml'), undefined);
  });

  const copies: readonly [string, string][] = [
    ['Dropbox', "nrc.txt.annotations (Anna's conflicted copy 2026-11-21).yaml"],
    ['Dropbox, by case', 'nrc.txt.annotations (Case Conflict).yaml'],
    ['Nextcloud', 'nrc.txt.annotations (conflicted copy 2026-11-21 201500).yaml'],
    ['ownCloud, older', 'nrc.txt.annotations_conflict-20261121-201500.yaml'],
    ['Syncthing', 'nrc.txt.annotations.sync-conflict-20261121-201500-ABCDEFG.yaml'],
    ['Google Drive', 'nrc.txt.annotations (1).yaml'],
    ['Google Drive, marked', 'nrc.txt.annotations [Conflict].yaml'],
    ['iCloud Drive', 'nrc.txt.annotations 2.yaml'],
    ['OneDrive', 'nrc.txt.annotations-DESKTOP-4F2K9.yaml'],
    ['a mark behind the source', 'nrc.txt (1).annotations.yaml'],
  ];
  for (const [what, name] of copies) {
    it(`are known in a conflicted copy of ${what}`, () => {
      assert.equal(conflictedCopyOf(name), 'nrc.txt.annotations.yaml');
      assert.equal(conflictedCopyOf(`folder/${name}`), 'folder/nrc.txt.annotations.yaml');
    });
  }
  for (const name of [
    'nrc.txt.annotations.yaml',
    'Act 2.txt.annotations.yaml',
    'notes (1).yaml',
    'a (1).txt.annotations.yaml',
  ]) {
    it(`are not seen in ${name}`, () => {
      assert.equal(conflictedCopyOf(name), undefined);
    });
  }
});

describe('a file with conflict markers', () => {
  const cases: readonly [string, string, ReturnType<typeof splitConflictMarkers>][] = [
    ['two sides', 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd\n', { ours: 'a\nb\nd\n', theirs: 'a\nc\nd\n' }],
    [
      'the ancestor too',
      'a\n<<<<<<< HEAD\nb\n||||||| 123\no\n=======\nc\n>>>>>>> x\nd\n',
      { ours: 'a\nb\nd\n', base: 'a\no\nd\n', theirs: 'a\nc\nd\n' },
    ],
    ['CRLF', '<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> x\r\n', { ours: 'b\r\n', theirs: 'c\r\n' }],
    [
      'longer markers, as a repository may ask for',
      '<<<<<<<<<< HEAD\nb\n==========\nc\n>>>>>>>>>> x\n',
      { ours: 'b\n', theirs: 'c\n' },
    ],
    [
      'an ancestor that has conflicts of its own',
      '<<<<<<< HEAD\nb\n||||||| merged\n<<<<<<<<< 1\no\n=========\np\n>>>>>>>>> 2\n=======\nc\n>>>>>>> x\n',
      { ours: 'b\n', base: '<<<<<<<<< 1\no\n=========\np\n>>>>>>>>> 2\n', theirs: 'c\n' },
    ],
    [
      'an ancestor beside some conflicts only',
      '<<<<<<< a\nb\n||||||| o\n=======\nc\n>>>>>>> x\n<<<<<<< a\nd\n=======\ne\n>>>>>>> x\n',
      { ours: 'b\nd\n', theirs: 'c\ne\n' },
    ],
    ['no markers', 'a: 1\n=======\n', undefined],
    ['what only looks like markers', 'a: "b\u2028<<<<<<< c"\nd: |\n  <<<<<<< e\n', undefined],
    ['markers that do not pair', '<<<<<<< HEAD\nb\n=======\n', undefined],
    ['a marker inside another', '<<<<<<< HEAD\n<<<<<<< HEAD\n=======\n>>>>>>> x\n', undefined],
  ];
  for (const [what, text, sides] of cases) {
    it(`is taken apart: ${what}`, () => {
      assert.deepEqual(splitConflictMarkers(text), sides);
    });
  }

  it('is made so that it can be taken apart again', () => {
    const [base, ours, theirs] = ['a\nb\nc\n', 'a\nB\nc\n', 'a\nb\nx\nc\n'];
    assert.deepEqual(splitConflictMarkers(withConflictMarkers(base, ours, theirs)), { base, ours, theirs });
    assert.deepEqual(splitConflictMarkers(withConflictMarkers(undefined, ours, theirs)), { ours, theirs });
  });
});
